import type { ApiCall } from "./api-call.ts";
import { assertNever } from "@wf/parser";
import { type Attributes, liveWorkforceAttributes, liveWorkteamAttributes } from "./attributes.ts";
import { type AttributeChange, sameValue } from "./diff.ts";
import type { LiveRegion, LiveTags } from "./live-state.ts";
import type { TargetPlan } from "./plan-model.ts";

/**
 * Whether a call whose answer was lost has had its effect, by what the region shows. A changed client secret never
 * shows, so an update of it counts as not carried out: sending it again does no harm.
 */
export function isCarriedOut(call: ApiCall, live: LiveRegion, plan: TargetPlan): boolean {
  switch (call.operation) {
    case "CreateWorkforce":
      return live.workforce?.name === call.input.WorkforceName;
    case "DeleteWorkforce":
      return live.workforce?.name !== call.input.WorkforceName || live.workforce.status === "Deleting";
    case "UpdateWorkforce":
      // AWS was not at work before the call, or would have refused it.
      if (live.workforce?.status === "Updating") return true;
      if (call.input.OidcConfig !== undefined || live.workforce === undefined) return false;
      return shows(liveWorkforceAttributes(live.workforce), plan.workforce?.changes ?? []);
    case "CreateWorkteam":
      return team(live, call.input.WorkteamName) !== undefined;
    case "DeleteWorkteam":
      return team(live, call.input.WorkteamName) === undefined;
    case "UpdateWorkteam": {
      const found = team(live, call.input.WorkteamName);
      const planned = plan.workteams.find((each) => each.name === call.input.WorkteamName);
      return found !== undefined && shows(liveWorkteamAttributes(found), planned?.changes ?? []);
    }
    case "AddTags": {
      const tags = tagsOf(live, call.input.ResourceArn);
      return call.input.Tags.every((tag) => tags[tag.Key] === tag.Value);
    }
    case "DeleteTags": {
      const tags = tagsOf(live, call.input.ResourceArn);
      return call.input.TagKeys.every((key) => tags[key] === undefined);
    }
    default:
      return assertNever(call);
  }
}

/** Tags have calls of their own, so they say nothing about an update. */
function shows(live: Attributes, changes: readonly AttributeChange[]): boolean {
  return changes
    .filter((change) => change.path !== "tags")
    .every((change) => sameValue(live.get(change.path), change.after));
}

function team(live: LiveRegion, name: string): LiveRegion["workteams"][number] | undefined {
  return live.workteams.find((each) => each.name === name);
}

function tagsOf(live: LiveRegion, arn: string): Readonly<Record<string, string>> {
  const resources: readonly { readonly arn: string; readonly tags: LiveTags }[] = [
    ...(live.workforce === undefined ? [] : [live.workforce]),
    ...live.workteams,
  ];
  const tags = resources.find((resource) => resource.arn === arn)?.tags;
  return tags?.readable === true ? tags.values : {};
}
