import pMap from "p-map";
import type { DoctorCheck } from "./doctor-check.ts";
import type { DoctorEvent } from "./doctor-state.ts";

/** What is asked at once, of whomever. */
const concurrency = 16;

/** Makes every check, side by side, and tells of each as it begins and ends. */
export async function runChecks(
  checks: readonly DoctorCheck[],
  tell: (event: DoctorEvent) => void,
): Promise<void> {
  await pMap(
    checks,
    async ({ make }, index) => {
      tell({ kind: "started", index });
      tell({ kind: "finished", index, outcome: await make() });
    },
    { concurrency },
  );
}
