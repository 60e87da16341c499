import { readdir, readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { build, type Plugin } from "esbuild";
import * as z from "zod";
import { onlyUsedOperations } from "./only-used-operations.ts";

const manifest = z
  .object({ version: z.string(), homepage: z.url().optional() })
  .parse(JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8")));

/** Ink's developer tools stay out: an import left to be resolved later would move to the top of the bundle, and fail there. */
const withoutDevtools: Plugin = {
  name: "without-devtools",
  setup: (bundle) => {
    bundle.onLoad({ filter: /[\\/]ink[\\/]build[\\/]devtools\.js$/ }, () => ({ contents: "" }));
  },
};

/**
 * Node's own modules are required where they are first needed: an import would stand at the top of the bundle, and
 * linking it reads every export, which for node:http loads undici.
 */
const requiredBuiltins: Plugin = {
  name: "required-builtins",
  setup: (bundle) => {
    const names = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
    bundle.onResolve({ filter: /^[a-z:/_]+$/ }, ({ path, kind }) =>
      kind !== "require-call" && names.has(path) ? { path, namespace: "builtin" } : undefined,
    );
    bundle.onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};

/** The operations of AWS that the engine's adapters send, by the names of their commands. */
async function sentOperations(): Promise<readonly string[]> {
  const adapters = new URL("../engine/src/adapters/", import.meta.url);
  const files = (await readdir(adapters, { recursive: true })).filter((file) => file.endsWith(".ts"));
  const texts = await Promise.all(files.map(async (file) => readFile(new URL(file, adapters), "utf8")));
  return texts.flatMap((text) => [...text.matchAll(/\b([A-Z]\w+)Command\b/g)].map(([, name = ""]) => name));
}

// One file: what is imported lazily (Ink, each AWS client) becomes a function in it that runs when it is first needed.
await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ["src/main.ts"],
  outfile: "dist/wf.js",
  bundle: true,
  platform: "node",
  // The ES module of a package, where it has one: only of that can unused parts be left out.
  mainFields: ["module", "main"],
  target: "node22",
  format: "esm",
  minify: true,
  legalComments: "none",
  define: {
    "process.env.NODE_ENV": '"production"',
    WF_VERSION: JSON.stringify(manifest.version),
    WF_HOMEPAGE: JSON.stringify(manifest.homepage ?? ""),
  },
  plugins: [withoutDevtools, onlyUsedOperations(await sentOperations()), requiredBuiltins],
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as wfCreateRequire } from 'node:module'; const require = wfCreateRequire(import.meta.url);",
  },
});
