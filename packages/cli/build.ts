import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startEmulator } from "@wf/engine/emulator";
import { build, type Plugin } from "rolldown";
import { licensePlugin } from "rolldown-license-plugin";
import * as z from "zod";
import { compileEarly } from "./compile-early.ts";

const manifest = z
  .object({ version: z.string(), homepage: z.url().optional() })
  .parse(JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8")));

const required = "\0required:";

/** What wf never runs: Ink's developer tools, and the processes that commander starts for commands of their own. */
const withoutUnused: Plugin = {
  name: "without-unused",
  resolveId: (id, importer = "") =>
    id === "node:child_process" && /[\\/]commander[\\/]/.test(importer) ? "\0unused" : undefined,
  load: (id) =>
    id === "\0unused" || /[\\/]ink[\\/]build[\\/]devtools\.js$/.test(id)
      ? "export default undefined;"
      : undefined,
};

/**
 * Node's own modules are taken from the process, not imported: linking an import reads every export, which for node:http
 * loads undici, and for node:fs its streams.
 */
const requiredBuiltins: Plugin = {
  name: "required-builtins",
  resolveId: (id, importer = "") =>
    isBuiltin(id) && id !== "node:module" && !isEntry(importer) ? `${required}${id}` : undefined,
  load: (id) =>
    id.startsWith(required)
      ? {
          code: `module.exports = process.getBuiltinModule("${id.slice(required.length)}");`,
          moduleSideEffects: false,
        }
      : undefined,
};

/** The licenses of all that is bundled go with it; a build that brings one of another kind fails, so that someone decides. */
const licenses = licensePlugin({
  allow: ({ license }) => /^(?:MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause)$/.test(license),
  failOnViolation: true,
  failOnUnlicensed: true,
  done: (dependencies, context) => {
    const texts = Map.groupBy(dependencies, ({ licenseText }) => licenseText)
      .entries()
      .map(([text, all]) => {
        const names = all.map(({ name, version, license }) => `${name} ${version}: ${license}`);
        return `${names.join("\n")}\n\n${text}`;
      });
    const source = `wf contains parts of these packages.\n\n${[...texts].join("\n\n---\n\n")}\n`;
    context.emitFile({ type: "asset", fileName: "third-party-licenses.txt", source });
  },
});

/** What runs before V8's cache is at hand, and so stays small. */
const isEntry = (id: string): boolean => /[\\/](?:main|compile-cache-directory)\.ts$/.test(id);

const directory = fileURLToPath(new URL("dist", import.meta.url));
await rm(directory, { recursive: true, force: true });
await build({
  cwd: import.meta.dirname,
  input: { wf: "src/main.ts", program: "src/program.ts" },
  platform: "node",
  // The ES module of a package, where it has one: only of that can unused parts be left out.
  resolve: { mainFields: ["module", "main"] },
  transform: {
    target: "node22",
    define: {
      "process.env.NODE_ENV": '"production"',
      WF_VERSION: JSON.stringify(manifest.version),
      WF_HOMEPAGE: JSON.stringify(manifest.homepage ?? ""),
    },
  },
  plugins: [withoutUnused, requiredBuiltins, licenses],
  output: {
    dir: directory,
    format: "esm",
    minify: true,
    chunkFileNames: "chunks/[name]-[hash].js",
    codeSplitting: {
      // Every command needs these, so they are one file; the others are split by which commands use them. To find and link a
      // file takes a millisecond or two, so that what is small goes with what is always read before it.
      groups: [
        { name: "node", test: (id) => id.startsWith(required) },
        { name: "program", tags: ["$initial"], test: (id) => !isEntry(id) },
        {
          name: "language",
          test: /[\\/](?:load-configuration|report|code-page|counted|json-text|sentence|wrap-words|syntax[\\/]format)\.ts$/,
        },
        {
          name: "plan",
          test: /[\\/](?:load-plan|plan-or-failure|tell-denied|plan-(?:json|markdown|text)|failure-markdown|stack-directories)\.ts$/,
        },
        { name: "aws", test: /[\\/]adapters[\\/]sagemaker[\\/]index\.ts$/ },
      ],
    },
  },
});

const configuration = `wf {
  stack = "built"
}

workforce "radiology" {
  region = "us-east-1"
  cognito_config {
    user_pool = "us-east-1_Built01"
    client_id = "built"
  }

  workteam "reviewers" {
    description = "reads what was built"
    groups      = ["reviewers"]
  }
}
`;

// What a command calls that finds nothing to complain of, and a plan that finds nothing to do: their start is waited for most.
const emulator = await startEmulator();
const work = await mkdtemp(path.join(tmpdir(), "wf-build-"));
try {
  await writeFile(path.join(work, "main.wf.hcl"), configuration);
  const main = path.join(directory, "wf.js");
  const environment = {
    HOME: work,
    USERPROFILE: work,
    AWS_ENDPOINT_URL_SAGEMAKER: emulator.url,
    AWS_ACCESS_KEY_ID: "123456789012",
    AWS_SECRET_ACCESS_KEY: "built",
  };
  await compileEarly(directory, main, [
    { args: ["version"], environment },
    { args: ["fmt", "--check", "-C", work], environment },
    { args: ["validate", "-C", work], environment },
    { args: ["apply", "-C", work, "--auto-approve"], environment },
    { args: ["plan", "-C", work], environment },
  ]);
} finally {
  await emulator.close();
  await rm(work, { recursive: true });
}
