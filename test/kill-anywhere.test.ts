import { expect, test } from "vitest";
import { rehearse, tryTrouble } from "./support/reliability.ts";
import { scenarios } from "./support/scenarios.ts";

// A sample: `pnpm reliability` tries every call of every scenario and writes docs/reliability.md.
test.each([
  ["replace with three teams and one carried", "kill-after", 4],
  ["replace with three teams and one carried", "kill-before", 6],
  ["replace with three teams and one carried", "kill-after", 8],
  ["replace with three teams and one carried", "refuse", 6],
  ["rotate the OIDC secret with three teams and one carried", "kill-after", 5],
] as const)("%s: %s of call %i, and run again", async (name, kind, call) => {
  const scenario = scenarios.find((each) => each.name === name);
  if (scenario === undefined) throw new Error(`There is no scenario ${name}`);
  const outcome = await tryTrouble(await rehearse(scenario), { kind, call });
  expect(outcome, outcome.said).toMatchObject({ converged: true, runs: 2 });
});
