import type { MemberDefinition, Workteam } from "@aws-sdk/client-sagemaker";
import type { LiveMember, LiveTags, LiveWorkteam } from "../../live-state.ts";

/** A work team as the core knows it. */
export function liveWorkteam(workteam: Workteam, tags: LiveTags): LiveWorkteam {
  const access = workteam.WorkerAccessConfiguration?.S3Presign?.IamPolicyConstraints;
  return {
    name: workteam.WorkteamName ?? "",
    arn: workteam.WorkteamArn ?? "",
    description: workteam.Description ?? "",
    members: (workteam.MemberDefinitions ?? []).flatMap(liveMember),
    notificationTopicArn: workteam.NotificationConfiguration?.NotificationTopicArn,
    workerAccess: {
      sourceIp: access?.SourceIp ?? "Disabled",
      vpcSourceIp: access?.VpcSourceIp ?? "Disabled",
    },
    tags,
  };
}

function liveMember({
  CognitoMemberDefinition: cognito,
  OidcMemberDefinition: oidc,
}: MemberDefinition): readonly LiveMember[] {
  if (cognito !== undefined) {
    const { UserPool: userPool = "", ClientId: clientId = "", UserGroup: userGroup = "" } = cognito;
    return [{ kind: "cognito", userPool, clientId, userGroup }];
  }
  return oidc === undefined ? [] : [{ kind: "oidc", groups: oidc.Groups ?? [] }];
}
