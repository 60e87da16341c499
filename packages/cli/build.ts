import { readFile } from "node:fs/promises";
import { build, type Plugin } from "esbuild";
import { z } from "zod";

const manifest = z
  .object({ version: z.string() })
  .parse(JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8")));

/** Ink's developer tools stay out: an import left to be resolved later would move to the top of the bundle, and fail there. */
const withoutDevtools: Plugin = {
  name: "without-devtools",
  setup: (bundle) => {
    bundle.onLoad({ filter: /[\\/]ink[\\/]build[\\/]devtools\.js$/ }, () => ({ contents: "" }));
  },
};

// One file: what is imported lazily (Ink, each AWS client) becomes a function in it that runs when it is first needed.
await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ["src/main.ts"],
  outfile: "dist/wf.js",
  bundle: true,
  platform: "node",
  target: "node22",
  format: "esm",
  minify: true,
  keepNames: true,
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"', WF_VERSION: JSON.stringify(manifest.version) },
  plugins: [withoutDevtools],
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as wfCreateRequire } from 'node:module'; const require = wfCreateRequire(import.meta.url);",
  },
});
