import type { ApiCall } from "./api-call.ts";
import { assertNever } from "./assert-never.ts";
import type { Step } from "./plan-model.ts";
import type { StepView } from "./plan-view.ts";

/** A step in a few words: the API's operation and what it is about. */
export function describeStep(step: Step): StepView {
  if (step.kind === "call") return { operation: step.call.operation, subject: subjectOf(step.call) };
  const until = step.until === "active" ? "Active" : "gone";
  return { operation: "wait", subject: `until ${step.workforceName} is ${until}` };
}

function subjectOf(call: ApiCall): string {
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
      return `${resourceOf(call.input.ResourceArn)} (${call.input.Tags.map((tag) => tag.Key).join(", ")})`;
    case "DeleteTags":
      return `${resourceOf(call.input.ResourceArn)} (${call.input.TagKeys.join(", ")})`;
    default:
      return assertNever(call);
  }
}

/** `workforce/radiology` or `workteam/private-crowd/readers` → the resource's own name. */
function resourceOf(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
