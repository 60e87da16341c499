import { expect, test } from "vitest";
import { knownRegions } from "@wf/parser";
import type { Emulator } from "../../src/emulator/index.ts";
import { planFor, run, world } from "../apply/support.ts";
import { cognito, workforce, workteam } from "../builders.ts";

/** Fifty of them: a region of AWS is whatever a request is signed for. */
const regions = [...knownRegions, ...knownRegions.map((name) => name.replace(/\d$/, "7"))].slice(0, 50);
const teams = ["spotters", "trackers", "vets"].map((name) => workteam(name));
const fleet = [...new Set(regions)].map((region) =>
  workforce({
    region,
    address: `workforce.wildlife["${region}"]`,
    identityProvider: cognito({ userPool: `${region}_Savanna01` }),
    workteams: teams,
  }),
);

const throttled = (emulator: Emulator, from: number): number =>
  emulator
    .calls()
    .slice(from)
    .filter(({ fault }) => fault === "throttle").length;
const operations = (emulator: Emulator, from: number): readonly string[] =>
  emulator
    .calls()
    .slice(from)
    .filter(({ fault }) => fault === undefined)
    .map(({ operation }) => operation);

test("a fleet that is rate-limited ends well: each call is made once, and each retry of a change is told", async () => {
  const made = await world();
  const { emulator } = made;
  // No call meets more than four of them, and six attempts are the most.
  const half = fleet.map(
    ({ region }) => ({ region, times: 4, every: 2, fault: { kind: "throttle" } }) as const,
  );
  emulator.setFaults(half);
  const plan = await planFor(made, fleet);
  expect(operations(emulator, 0)).toHaveLength(2 * fleet.length);
  expect(throttled(emulator, 0)).toBeLessThanOrEqual(4 * fleet.length);

  emulator.setFaults(half);
  const before = emulator.calls().length;
  const { events } = await run(made, plan);
  expect(events.at(-1)).toMatchObject({ kind: "apply-finished", failed: 0, finished: fleet.length });
  const changes = operations(emulator, before).filter((name) => name.startsWith("Create"));
  expect(changes).toHaveLength(4 * fleet.length);
  const met = emulator
    .calls()
    .slice(before)
    .filter(({ fault, operation }) => fault === "throttle" && operation.startsWith("Create"));
  expect(met.length).toBeGreaterThan(fleet.length);
  expect(events.filter(({ kind }) => kind === "step-retrying")).toHaveLength(met.length);

  const again = emulator.calls().length;
  emulator.setFaults(half);
  const { targets } = await planFor(made, fleet);
  expect(targets.every(({ action }) => action === "none")).toBe(true);
  expect(operations(emulator, again)).toHaveLength(6 * fleet.length);
});

test("a region that is rate-limited for good is given up after six attempts of each call", async () => {
  const { emulator, region } = await world();
  emulator.setFaults([{ times: 1000, fault: { kind: "throttle" } }]);
  await expect(region().read()).rejects.toMatchObject({ reason: "throttled" });
  expect(emulator.calls().length).toBeLessThanOrEqual(12);
});
