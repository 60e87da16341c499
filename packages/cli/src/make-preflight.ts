import {
  plan,
  type PlanOptions,
  preflightChecks,
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
 * The inputs of a plan with what came of the checks that it gives rise to. Where nothing would be created and neither
 * the identity provider nor the VPC sent again, nothing is asked.
 */
export async function withPreflight(
  stack: string,
  inputs: readonly TargetInput[],
  options: PlanOptions,
  connection: Connection,
  request: PlanRequest,
): Promise<readonly TargetInput[]> {
  const requests = plan(stack, inputs, options).targets.flatMap((target, index) => {
    const input = inputs[index];
    const subject = input && preflightSubject(target, input);
    return subject === undefined ? [] : [{ input, subject, probes: connection.probesOf(target.target) }];
  });
  const results = await runPreflight(requests, { skip: new Set(request.skipPreflight), concurrency });
  const found = new Map(requests.map(({ input }, index) => [input, results[index] ?? []]));
  return inputs.map((input) => {
    const preflight = found.get(input) ?? [];
    return { ...input, preflight: request.strictPreflight ? strictly(preflight) : preflight };
  });
}
