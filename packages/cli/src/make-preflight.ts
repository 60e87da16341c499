import {
  type Plan,
  preflightChecks,
  type PreflightResult,
  preflightSubject,
  runPreflight,
  strictly,
  type TargetInput,
} from "@wf/engine";
import { suggest } from "@wf/parser";
import type { Connection } from "./connect.ts";
import type { PlanRequest } from "./make-plan.ts";
import { UserError } from "./user-error.ts";

/** What is asked at once, of whomever. */
const concurrency = 16;

/** Refuses names of checks that there are not. */
export function checkPreflightNames(names: readonly string[]): void {
  const known = Object.keys(preflightChecks);
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = suggest(name, known);
    throw new UserError(
      `There is no preflight check ${JSON.stringify(name)}.`,
      `${near === undefined ? "" : `Did you mean ${JSON.stringify(near)}? `}Known are: ${known.join(", ")}.`,
    );
  }
}

/**
 * What came of the checks that a plan gives rise to, by its targets' places. Where nothing would be created and neither the
 * identity provider nor the VPC sent again, nothing is asked.
 */
export async function makePreflight(
  plan: Plan,
  inputs: readonly TargetInput[],
  connection: Connection,
  request: PlanRequest,
): Promise<readonly (readonly PreflightResult[])[]> {
  const requests = plan.targets.flatMap((target, index) => {
    const input = inputs[index];
    const subject = input && preflightSubject(target, input);
    return subject === undefined ? [] : [{ input, subject, probes: connection.probesOf(target.target) }];
  });
  const results = await runPreflight(requests, { skip: new Set(request.skipPreflight), concurrency });
  const found = new Map(requests.map(({ input }, index) => [input, results[index] ?? []]));
  return inputs.map((input) => {
    const preflight = found.get(input) ?? [];
    return request.strictPreflight ? strictly(preflight) : preflight;
  });
}
