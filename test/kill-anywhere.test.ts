import { expect, test } from "vitest";
import { type Rehearsal, rehearse, tryTrouble } from "./support/reliability.ts";
import { scenarios } from "./support/scenarios.ts";

const rehearsals = new Map<string, Promise<Rehearsal>>();

/** Goes through a scenario without trouble, once for all that is tried on it. */
async function rehearsed(name: string): Promise<Rehearsal> {
  const scenario = scenarios.find((each) => each.name === name);
  if (scenario === undefined) throw new Error(`There is no scenario ${name}`);
  const rehearsal = rehearsals.get(name) ?? rehearse(scenario);
  rehearsals.set(name, rehearsal);
  return rehearsal;
}

// A sample: `pnpm reliability` tries every call of every scenario and writes docs/reliability.md.
test.each([
  ["replace with three teams and one carried", "kill-after", 4],
  ["replace with three teams and one carried", "kill-before", 6],
  ["replace with three teams and one carried", "kill-after", 8],
  ["replace with three teams and one carried", "refuse", 6],
  ["rotate the OIDC secret with three teams and one carried", "kill-after", 5],
] as const)("%s: %s of call %i, and run again", async (name, kind, call) => {
  const outcome = await tryTrouble(await rehearsed(name), { kind, call });
  expect(outcome.converged ? "" : outcome.said).toBe("");
  expect(outcome.runs).toBe(2);
});
