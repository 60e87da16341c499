/** Runs benchmarks and writes docs/performance.md: `pnpm bench [SUITE]...`, all suites by default. */
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import path from "node:path";
import { language } from "./language.ts";
import { machine } from "./machine.ts";
import { screen } from "./screen.ts";
import { start } from "./start.ts";

/** Each gives its chapter, which begins with its title. */
const suites = { start, language, screen } satisfies Readonly<Record<string, () => Promise<string>>>;

const page = path.join(import.meta.dirname, "../docs/performance.md");
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length > 0)
  throw new Error(`There is no suite ${unknown.join(", ")}: there are ${Object.keys(suites).join(", ")}.`);

const before = (await readFile(page, "utf8").catch(() => "")).split(/^(?=## )/m).slice(1);
const chapters: string[] = [];
for (const [name, run] of Object.entries(suites)) {
  const marker = `<!-- ${name} -->`;
  const kept = before.find((each) => each.includes(marker));
  if (asked.length > 0 && !asked.includes(name)) {
    if (kept !== undefined) chapters.push(kept.trimEnd());
    continue;
  }
  const [title, ...rest] = (await run()).trimEnd().split("\n");
  chapters.push([title, marker, "", machine(cpus()[0]?.model), ...rest].join("\n"));
  console.log(`${chapters.at(-1)}\n`);
}
await writeFile(page, `${header()}\n\n${chapters.join("\n\n")}\n`);

function header(): string {
  return `# Performance

Written by \`npx --yes pnpm@12 bench\`; \`bench language\` runs one suite and writes its chapter anew. Times depend on the
machine and on what else it does, so read the ratios: what a row compares was run in turns, within one run.`;
}
