/** Measures the language against HCL's own tests: `pnpm conformance DIR [--failures]`. The data is not ours and stays outside. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Check, Outcome } from "./conformance/check.ts";
import { corpus } from "./conformance/corpus.ts";
import { expressionErrorMessages } from "./conformance/expression-error-messages.ts";
import { expressionTest } from "./conformance/expression-test.ts";
import { formatTest } from "./conformance/format-test.ts";
import { miscTests } from "./conformance/misc-tests.ts";
import { mutants } from "./conformance/mutants.ts";
import { parserDiagnosticsTest } from "./conformance/parser-diagnostics-test.ts";
import { parserTest } from "./conformance/parser-test.ts";
import { roundTripTest } from "./conformance/round-trip-test.ts";
import { specsuite } from "./conformance/specsuite.ts";

/** What asserts each file; a file without a check is left out. */
const checks: Readonly<Record<string, Check>> = {
  "corpus.json": corpus,
  "expression_error_messages.json": expressionErrorMessages,
  "expression_test.json": expressionTest,
  "format_test.json": formatTest,
  "misc_tests.json": miscTests,
  "mutants.json": mutants,
  "parser_diagnostics_test.json": parserDiagnosticsTest,
  "parser_test.json": parserTest,
  "round_trip_test.json": roundTripTest,
  "specsuite.json": specsuite,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { failures: { type: "boolean", default: false } },
});
const [directory] = positionals;
if (directory === undefined) throw new Error("usage: pnpm conformance DIR [--failures]");

let failures = 0;
for (const file of readdirSync(directory).filter((name) => name.endsWith(".json"))) {
  const check = checks[file];
  if (check === undefined) {
    console.log(`${file}: no check`);
    continue;
  }
  const data: unknown = JSON.parse(readFileSync(path.join(directory, file), "utf8"));
  const outcomes = [...check(data)];
  failures += report(file, outcomes);
}
process.exitCode = failures === 0 ? 0 : 1;

function report(file: string, outcomes: readonly Outcome[]): number {
  const failed = outcomes.filter(({ status }) => status === "failed");
  const left = Map.groupBy(
    outcomes.filter(({ status }) => status === "left-out"),
    ({ reason }) => reason ?? "",
  );
  const passed = outcomes.filter(({ status }) => status === "passed").length;
  const why = [...left].map(([reason, { length }]) => `, ${length} left out: ${reason}`).join("");
  console.log(`${file}: ${passed} passed, ${failed.length} failed${why}`);
  if (values.failures) for (const { id, reason } of failed) console.log(`  ${id}: ${reason ?? ""}`);
  return failed.length;
}
