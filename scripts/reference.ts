import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { diagnosticPages } from "./reference/diagnostics.ts";
import { functionsPage } from "./reference/functions.ts";
import { languagePage } from "./reference/language.ts";

// Writes docs/reference from the catalogue, the schema and the function table; with --check only says whether it is
// up to date.

const directory = path.join(import.meta.dirname, "../docs/reference");
const pages = new Map<string, string>([
  ["language.md", languagePage()],
  ["functions.md", functionsPage()],
  ...(await diagnosticPages()),
]);

if (process.argv.includes("--check")) {
  const stale = [...(await differing()), ...(await surplus())];
  for (const name of stale) console.error(`docs/reference/${name} is not up to date: run pnpm reference.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const name of await surplus()) await rm(path.join(directory, name));
  for (const [name, text] of pages) {
    await mkdir(path.dirname(path.join(directory, name)), { recursive: true });
    await writeFile(path.join(directory, name), text);
  }
}

async function differing(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, text] of pages) {
    const written = await readFile(path.join(directory, name), "utf8").catch(() => undefined);
    if (written !== text) found.push(name);
  }
  return found;
}

/** Pages of what is no more. */
async function surplus(): Promise<readonly string[]> {
  const names = await readdir(directory, { recursive: true }).catch(() => []);
  return names
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => name.endsWith(".md") && !pages.has(name));
}
