import { liveGroups } from "./attributes.ts";
import {
  attribute,
  block,
  type BlockItem,
  configurationText,
  list,
  map,
  text,
} from "./configuration-text.ts";
import type { LiveWorkteam } from "./live-state.ts";
import { userTags } from "./ownership.ts";

/** The `workteam` block that describes a live team, in canonical layout. */
export function printWorkteamBlock(team: LiveWorkteam): string {
  return configurationText([workteamBlock(team)]).trimEnd();
}

/** The `workteam` block that describes a live team, what AWS takes for granted left out. */
export function workteamBlock(team: LiveWorkteam, remarks: readonly string[] = []): BlockItem {
  const { sourceIp, vpcSourceIp } = team.workerAccess;
  return {
    kind: "block",
    type: "workteam",
    labels: [team.name],
    remarks,
    items: [
      ...attribute("description", text(team.description)),
      ...attribute("groups", list(liveGroups(team)) ?? "[]"),
      ...attribute("notification_topic_arn", text(team.notificationTopicArn)),
      ...attribute("tags", map(userTags(team.tags))),
      ...block(
        "worker_access",
        attribute("source_ip", text(sourceIp, "Disabled")),
        attribute("vpc_source_ip", text(vpcSourceIp, "Disabled")),
      ),
    ],
  };
}
