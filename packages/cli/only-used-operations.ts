import { readFile } from "node:fs/promises";
import path from "node:path";
import { build, type Plugin } from "esbuild";

const client = String.raw`[\\/]@aws-sdk[\\/]client-[a-z0-9-]+[\\/]dist-es[\\/]`;

/**
 * Of an SDK's client only what is sent stays. What is imported lazily stays in a bundle as a whole, so the shapes, of
 * EC2 a megabyte, are cut down beforehand to those of the operations named here, as in `DescribeVpcs`.
 */
export function onlyUsedOperations(operations: readonly string[]): Plugin {
  return {
    name: "only-used-operations",
    setup: (bundle) => {
      const without = (files: string, isKept: (name: string) => boolean): void => {
        bundle.onLoad({ filter: new RegExp(`${client}${files}`) }, ({ path: file }) =>
          isKept(path.basename(file, ".js")) ? undefined : { contents: "" },
        );
      };
      // The class with every operation as a method holds on to all of them, and so do lists of pages.
      without(String.raw`[A-Z]\w+\.js$`, (name) => name.endsWith("Client"));
      without(String.raw`(pagination|waiters)[\\/]\w+\.js$`, () => false);
      without(String.raw`commands[\\/]\w+Command\.js$`, (name) =>
        operations.includes(name.slice(0, -"Command".length)),
      );
      bundle.onLoad(
        { filter: new RegExp(String.raw`${client}schemas[\\/]schemas_\d+\.js$`) },
        async (found) => ({
          contents: await cutDown(found.path, operations),
        }),
      );
    },
  };
}

async function cutDown(file: string, operations: readonly string[]): Promise<string> {
  const text = await readFile(file, "utf8");
  const kept = [...text.matchAll(/^export (?:var|const) ([\w$]+)/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => !/^[A-Z]\w*\$$/.test(name) || operations.includes(name.slice(0, -1)));
  // Shapes with computed keys look as if making them did something.
  const shape = /^((?:export )?var [\w$]+ = )(\[[^;]*\]);$/gm;
  const pure = text.replace(shape, "$1/* @__PURE__ */ (() => $2)();");
  const { outputFiles } = await build({
    stdin: { contents: `export { ${kept.join(", ")} } from "shapes";`, resolveDir: path.dirname(file) },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    plugins: [
      {
        name: "shapes",
        setup: (inner) => {
          inner.onResolve({ filter: /./ }, (found) =>
            found.path === "shapes"
              ? { path: file, namespace: "shapes" }
              : { path: found.path, external: true },
          );
          inner.onLoad({ filter: /./, namespace: "shapes" }, () => ({ contents: pure }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? text;
}
