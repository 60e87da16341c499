import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { table } from "./markdown.ts";

/** Ratios by suite and by what was compared. */
export type Ratios = Readonly<Record<string, Readonly<Record<string, number>>>>;

const file = path.join(import.meta.dirname, "ratios.json");
const schema = z.record(z.string(), z.record(z.string(), z.number()));
/** A machine that does other things beside moves a ratio by so much. */
const allowed = 1.25;

/** The ratios as they were committed. */
export async function committedRatios(): Promise<Ratios> {
  return schema.parse(JSON.parse(await readFile(file, "utf8")));
}

/** Writes the ratios of the suites that ran; of the others they stay. */
export async function commitRatios(measured: Ratios): Promise<void> {
  const all = { ...(await committedRatios()), ...measured };
  const rounded = Object.entries(all).map(([suite, ratios]) => [
    suite,
    Object.fromEntries(Object.entries(ratios).map(([what, ratio]) => [what, Number(ratio.toFixed(2))])),
  ]);
  await writeFile(file, `${JSON.stringify(Object.fromEntries(rounded), undefined, 2)}\n`);
}

/** Holds what was measured against what was committed: a table, and whether nothing got slower by more than a quarter. */
export function compareRatios(
  measured: Ratios,
  committed: Ratios,
): { readonly text: string; readonly good: boolean } {
  const rows = Object.entries(measured).flatMap(([suite, ratios]) =>
    Object.entries(ratios).map(([what, now]) => {
      const before = committed[suite]?.[what];
      const slower = before !== undefined && now > before * allowed;
      const verdict = before === undefined ? "new" : slower ? "slower" : "as before";
      return [suite, what, before?.toFixed(2) ?? "", now.toFixed(2), verdict];
    }),
  );
  return {
    text: table(["suite", "what", "committed", "now", "verdict"], rows),
    good: rows.every((row) => row.at(-1) !== "slower"),
  };
}
