import { ignoreChanges } from "../ignore-changes.ts";
import type { TargetInput } from "../plan.ts";
import type { TargetPlan } from "../plan-model.ts";
import type { PreflightSubject } from "./check.ts";

/** What is to be checked before a target's plan may be carried out; nothing where the plan sends nothing that could be refused. */
export function preflightSubject(plan: TargetPlan, input: TargetInput): PreflightSubject | undefined {
  const workforce = ignoreChanges(input.desired, input.live.workforce);
  if (workforce === undefined) return undefined;
  const calls = plan.steps.flatMap((step) => (step.kind === "call" ? [step.call] : []));
  const updates = calls.flatMap((call) => (call.operation === "UpdateWorkforce" ? [call.input] : []));
  const creates = calls.some((call) => call.operation === "CreateWorkforce");
  const updatesOidc = updates.some((update) => update.OidcConfig !== undefined);
  const updatesVpc = updates.some(
    (update) => update.WorkforceVpcConfig !== undefined || update.IpAddressType !== undefined,
  );
  if (!creates && !updatesOidc && !updatesVpc) return undefined;
  return { workforce, creates, updatesOidc, updatesVpc };
}
