/**
 * Runs benchmarks and writes docs/performance.md and bench/ratios.json: `pnpm bench [SUITE]...`, all suites by default.
 * With --check it writes nothing, and fails where a ratio is a quarter worse than the committed one.
 */
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Chapter } from "./chapter.ts";
import { fleet } from "./fleet.ts";
import { language } from "./language.ts";
import { machine } from "./machine.ts";
import { commitRatios, committedRatios, compareRatios } from "./ratios.ts";
import { render } from "./render.ts";
import { screen } from "./screen.ts";
import { start } from "./start.ts";

/** Each gives its chapter, which begins with its title. */
const suites = { start, fleet, language, render, screen } satisfies Readonly<
  Record<string, () => Promise<Chapter>>
>;

const page = path.join(import.meta.dirname, "../docs/performance.md");
const { positionals: asked, values: options } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "boolean", default: false } },
});
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length > 0)
  throw new Error(`There is no suite ${unknown.join(", ")}: there are ${Object.keys(suites).join(", ")}.`);

const before = (await readFile(page, "utf8").catch(() => "")).split(/^(?=## )/m).slice(1);
const chapters: string[] = [];
const ratios: Record<string, Chapter["ratios"]> = {};
for (const [name, run] of Object.entries(suites)) {
  const marker = `<!-- ${name} -->`;
  const kept = before.find((each) => each.includes(marker));
  if (asked.length > 0 && !asked.includes(name)) {
    if (kept !== undefined) chapters.push(kept.trimEnd());
    continue;
  }
  const chapter = await run();
  ratios[name] = chapter.ratios;
  const [title, ...rest] = chapter.text.trimEnd().split("\n");
  chapters.push([title, marker, "", machine(cpus()[0]?.model), ...rest].join("\n"));
  console.log(`${chapters.at(-1)}\n`);
}
if (options.check) {
  const { text, good } = compareRatios(ratios, await committedRatios());
  console.log(text);
  process.exitCode = good ? 0 : 1;
} else {
  await writeFile(page, `${header()}\n\n${chapters.join("\n\n")}\n`);
  await commitRatios(ratios);
}

function header(): string {
  return `# Performance

Written by \`npx --yes pnpm@12 bench\`; \`bench language\` runs one suite and writes its chapter anew, and
\`bench --check\` holds the ratios against those committed. Times depend on the
machine and on what else it does, so read the ratios: what a row compares was run in turns, within one run.`;
}
