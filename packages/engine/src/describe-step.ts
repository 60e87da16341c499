import type { ApiCall } from "./api-call.ts";
import { assertNever } from "@wf/parser";
import { isOurTag } from "./ownership.ts";
import type { Step, TargetPlan } from "./plan-model.ts";
import type { StepView } from "./plan-view.ts";

/** A step in a few words: the API's operation and what it is about. */
export function describeStep(step: Step, plan: TargetPlan): StepView {
  if (step.kind === "call") return { operation: step.call.operation, subject: subjectOf(step.call, plan) };
  const until = step.until === "active" ? "Active" : "gone";
  return { operation: "wait", subject: `until ${step.workforceName} is ${until}` };
}

function subjectOf(call: ApiCall, plan: TargetPlan): string {
  switch (call.operation) {
    case "CreateWorkforce":
    case "DeleteWorkforce":
      return call.input.WorkforceName;
    case "UpdateWorkforce": {
      const parts = Object.keys(call.input).filter((part) => part !== "WorkforceName");
      return `${call.input.WorkforceName} (${parts.join(", ")})`;
    }
    case "CreateWorkteam":
    case "UpdateWorkteam":
    case "DeleteWorkteam":
      return call.input.WorkteamName;
    case "AddTags":
      return tagged(
        call.input.ResourceArn,
        call.input.Tags.map((tag) => tag.Key),
        plan,
      );
    case "DeleteTags":
      return tagged(call.input.ResourceArn, call.input.TagKeys, plan);
    default:
      return assertNever(call);
  }
}

/** Keys of sensitive tags are as sensitive as their values; ours are no secret. */
function tagged(arn: string, keys: readonly string[], plan: TargetPlan): string {
  const name = resourceOf(arn);
  const resource = arn.includes(":workforce/")
    ? plan.workforce
    : plan.workteams.find((team) => team.name === name);
  const shown = resource?.sensitive.has("tags") === true ? keys.filter(isOurTag) : keys;
  return shown.length < keys.length
    ? `${name} (${[...shown, "sensitive tags"].join(", ")})`
    : `${name} (${keys.join(", ")})`;
}

/** `workforce/radiology` or `workteam/private-crowd/readers` → the resource's own name. */
function resourceOf(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
