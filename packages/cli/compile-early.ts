import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { MagicString } from "magic-string";
import { parseSync, Visitor } from "rolldown/utils";
import * as z from "zod";

const exec = promisify(execFile);

/** A run of the built program: what it is called with, and its whole environment, so that a build is the same for everyone. */
export interface Run {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Rewrites a built program so that V8 compiles what these runs call together with the file it is in. Node keeps the
 * compiled code of a file as it is when the file has been read, before any of it runs, and V8 compiles most functions when they
 * are first called: without this they would be compiled anew at each start. V8 takes brackets around a function as the sign that
 * it will be called (https://v8.dev/blog/preparser#pife).
 */
export async function compileEarly(directory: string, main: string, runs: readonly Run[]): Promise<void> {
  const called = await functionsCalled(directory, main, runs);
  for (const [file, offsets] of called) {
    const text = await readFile(file, "utf8");
    await writeFile(file, bracketed(text, offsets));
  }
}

const coverage = z.object({
  result: z.array(
    z.object({
      url: z.string(),
      functions: z.array(
        z.object({ ranges: z.tuple([z.object({ startOffset: z.int(), count: z.int() })], z.unknown()) }),
      ),
    }),
  ),
});

/** Where in its file each function begins that is called, by file. */
async function functionsCalled(
  directory: string,
  main: string,
  runs: readonly Run[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const called = new Map<string, Set<number>>();
  const reports = await mkdtemp(path.join(tmpdir(), "wf-build-"));
  try {
    for (const { args, environment } of runs)
      await exec(process.execPath, [main, ...args], {
        // Without SystemRoot, Windows opens no sockets.
        env: {
          SystemRoot: process.env["SystemRoot"],
          NODE_DISABLE_COMPILE_CACHE: "1",
          NODE_V8_COVERAGE: reports,
          ...environment,
        },
      });
    for (const report of await readdir(reports)) {
      const { result } = coverage.parse(JSON.parse(await readFile(path.join(reports, report), "utf8")));
      for (const { functions, url } of result) {
        const file = url.startsWith("file:") ? fileURLToPath(url) : "";
        if (!file.startsWith(directory) || file === main) continue;
        const offsets = called.get(file) ?? new Set();
        called.set(file, offsets);
        for (const { ranges } of functions) if (ranges[0].count > 0) offsets.add(ranges[0].startOffset);
      }
    }
    return called;
  } finally {
    await rm(reports, { recursive: true });
  }
}

/** A module with brackets around the functions at these offsets; what is declared becomes a variable, at its top. Methods stay. */
function bracketed(text: string, offsets: ReadonlySet<number>): string {
  const { program } = parseSync("chunk.js", text);
  const edited = new MagicString(text);
  const methods = new Set<unknown>();
  const bracket = (node: { readonly start: number; readonly end: number }): void => {
    if (!offsets.has(node.start) || methods.has(node)) return;
    edited.appendRight(node.start, "(").prependLeft(node.end, ")");
  };
  new Visitor({
    MethodDefinition: ({ value }) => void methods.add(value),
    Property: ({ kind, method, value }) => void (method || kind !== "init" ? methods.add(value) : undefined),
    ArrowFunctionExpression: bracket,
    FunctionExpression: bracket,
  }).visit(program);
  const top = program.body.findLast(({ type }) => type === "ImportDeclaration")?.end ?? 0;
  for (const node of program.body) {
    if (node.type !== "FunctionDeclaration" || node.id === null || !offsets.has(node.start)) continue;
    edited.prependRight(node.start, `;var ${node.id.name}=(`).appendLeft(node.end, ");");
    if (node.start > top) edited.move(node.start, node.end, top);
  }
  return edited.toString();
}
