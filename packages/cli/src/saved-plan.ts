import { type PlanFile, planTargets } from "@wf/engine";
import type { VariableFlag } from "./load-configuration.ts";
import type { LoadedPlan } from "./load-plan.ts";
import type { PlanRequest } from "./make-plan.ts";

/** What a saved plan was asked for. */
export function requestOf(file: PlanFile, parallelism: number): PlanRequest {
  const { options } = file;
  return {
    destroy: options.destroy,
    takeOver: options.take_over,
    carryTeams: options.carry_teams,
    targets: options.targets,
    replace: options.replace,
    rewriteSecret: options.rewrite_secret,
    skipPreflight: options.skip_preflight,
    strictPreflight: options.strict_preflight,
    allowPrivateIdp: options.allow_private_idp,
    parallelism,
  };
}

/** The values that a saved plan was made with; sensitive ones are not in it. */
export function variablesOf(file: PlanFile): readonly VariableFlag[] {
  return Object.entries(file.variables).map(([name, text]) => ({ kind: "expression", name, text }));
}

/**
 * Approving a plan means approving one transition from one state: says what is no longer as it was when the plan was
 * made, or nothing where all is.
 */
export function checkApproved(file: PlanFile, loaded: LoadedPlan): string | undefined {
  if (file.stack !== loaded.configuration.stack) {
    return `The plan is of stack ${JSON.stringify(file.stack)}, and this is stack ${JSON.stringify(loaded.configuration.stack)}.`;
  }
  const now = planTargets(loaded.plan);
  const moved = now.filter((target) => {
    const before = file.targets.find(
      (each) => each.account === target.account && each.region === target.region,
    );
    return before !== undefined && before.live_digest !== target.live_digest;
  });
  if (moved.length > 0) {
    const regions = moved.map((target) => target.region).join(", ");
    return `${regions} ${moved.length === 1 ? "has" : "have"} moved since the plan was made.`;
  }
  if (file.configuration_digest !== loaded.configurationDigest) {
    const sensitive = file.sensitive_variables;
    const hint =
      sensitive.length === 0
        ? ""
        : ` Sensitive variables are not in it and must be given as they were: ${sensitive.join(", ")}.`;
    return `The configuration, or the value of a variable, is not what the plan was made from.${hint}`;
  }
  return JSON.stringify(now) === JSON.stringify(file.targets)
    ? undefined
    : "The plan's steps are not what this version of wf would do.";
}
