import { writeFile } from "node:fs/promises";
import { rehearse, tryTrouble } from "../test/support/reliability.ts";
import { scenarios } from "../test/support/scenarios.ts";
import type { TroubleKind } from "../test/support/trouble-proxy.ts";

const kinds: readonly (readonly [kind: TroubleKind, title: string])[] = [
  ["kill-before", "killed before the call"],
  ["kill-after", "killed after it, before the answer"],
  ["lose-before", "connection lost before it"],
  ["lose-after", "answer lost"],
  ["throttle", "throttled five times"],
  ["refuse", "refused for good once"],
];

const only = process.argv[2];
const chosen = scenarios.filter((scenario) => only === undefined || scenario.name.includes(only));
const rehearsals = await atOnce(2, chosen, rehearse);
const trials = rehearsals.flatMap((rehearsal) =>
  kinds.flatMap(([kind]) => rehearsal.calls.map((_, index) => ({ rehearsal, kind, call: index + 1 }))),
);
let done = 0;
const results = await atOnce(4, trials, async ({ rehearsal, kind, call }) => {
  const outcome = await tryTrouble(rehearsal, { kind, call });
  done += 1;
  const { name } = rehearsal.scenario;
  if (!outcome.converged) {
    console.log(
      `NOT CONVERGED: ${name}, ${kind} of call ${call} (${rehearsal.calls[call - 1]})\n${outcome.said}`,
    );
  }
  if (done % 20 === 0) console.log(`${done} of ${trials.length}`);
  return { name, kind, ...outcome };
});

const failed = results.filter((result) => !result.converged);
const rows = rehearsals.map(({ scenario, calls }) => {
  const cells = kinds.map(([kind]) => {
    const own = results.filter((result) => result.name === scenario.name && result.kind === kind);
    const bad = own.filter((result) => !result.converged).length;
    return bad === 0 ? `${own.length}` : `${own.length} (**${bad} not**)`;
  });
  return `| ${scenario.name} | ${calls.length} | ${cells.join(" | ")} |`;
});
const report = `# Reliability

What happens when something goes wrong with a call, tried with every mutating call of every kind of change: the built
program runs against the emulator through a proxy that makes the trouble, with a real SIGKILL where it says killed. If
the first run did not end well, the same command is run once more. Then the region is compared, teams, tags and the
secret's hash included, with what one whole run makes of it. \`pnpm reliability\` writes this file.

| change | calls | ${kinds.map(([, title]) => title).join(" | ")} |
|---|---|${kinds.map(() => "---").join("|")}|
${rows.join("\n")}

Faults tried: **${results.length}**. Regions that did not converge: **${failed.length}**.

A call whose answer was lost is settled by reading the region, and a throttled one is made again. A killed run takes a
second one, which brings teams that were carried back from the snapshot in \`.wf/runs\`. Where a creation is refused
for good after the deletion, the first run puts the old workforce and its teams back, and the second starts over.
`;
if (only === undefined) await writeFile(new URL("../docs/reliability.md", import.meta.url), report);
console.log(report);
process.exitCode = failed.length === 0 ? 0 : 1;

/** The results in order, so many worked on at once. */
async function atOnce<T, R>(width: number, items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
