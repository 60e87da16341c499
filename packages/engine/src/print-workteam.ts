import { quote } from "@wf/parser";
import { liveGroups } from "./attributes.ts";
import type { LiveWorkteam } from "./live-state.ts";
import { userTags } from "./ownership.ts";

/** The `workteam` block that describes a live team, in canonical layout. */
export function printWorkteamBlock(team: LiveWorkteam): string {
  const tags = Object.entries(userTags(team.tags) ?? {});
  const attributes = [
    ["description", quote(team.description)],
    ["groups", `[${liveGroups(team).map(quote).join(", ")}]`],
    ...(team.notificationTopicArn === undefined
      ? []
      : [["notification_topic_arn", quote(team.notificationTopicArn)]]),
    ...(tags.length === 0
      ? []
      : [["tags", `{ ${tags.map(([key, value]) => `${quote(key)} = ${quote(value)}`).join(", ")} }`]]),
  ] as const;
  const width = Math.max(...attributes.map(([name]) => name?.length ?? 0));
  const lines = attributes.map(([name, value]) => `  ${(name ?? "").padEnd(width)} = ${value}`);
  const { sourceIp, vpcSourceIp } = team.workerAccess;
  const access =
    sourceIp === "Disabled" && vpcSourceIp === "Disabled"
      ? []
      : [
          "",
          "  worker_access {",
          `    source_ip     = ${quote(sourceIp)}`,
          `    vpc_source_ip = ${quote(vpcSourceIp)}`,
          "  }",
        ];
  return [`workteam ${quote(team.name)} {`, ...lines, ...access, "}"].join("\n");
}
