import { workforceArn, workteamArn } from "./arn.ts";
import type { CallContext } from "./call-context.ts";
import type { StoredMember, StoredWorkforce, StoredWorkteam } from "./state-schema.ts";
import type { ValueOf } from "./value-of.ts";
import { subDomain } from "./workforce-view.ts";

/** A work team as Describe, List and Update answer it; unset S3 presign constraints read back as Disabled. */
export function workteamView(
  workteam: StoredWorkteam,
  workforce: StoredWorkforce | undefined,
  context: CallContext,
): ValueOf<"Workteam"> {
  const topic = workteam.notificationTopicArn;
  return {
    WorkteamName: workteam.name,
    MemberDefinitions: workteam.members.map(memberView),
    WorkteamArn: workteamArn(context, workteam.name),
    ...(workforce === undefined
      ? {}
      : { WorkforceArn: workforceArn(context, workforce.name), SubDomain: subDomain(workforce, context) }),
    Description: workteam.description,
    CreateDate: workteam.createdAt / 1000,
    LastUpdatedDate: workteam.updatedAt / 1000,
    NotificationConfiguration: topic === undefined ? {} : { NotificationTopicArn: topic },
    WorkerAccessConfiguration: {
      S3Presign: {
        IamPolicyConstraints: {
          SourceIp: workteam.workerAccess.sourceIp,
          VpcSourceIp: workteam.workerAccess.vpcSourceIp,
        },
      },
    },
  };
}

function memberView(member: StoredMember): ValueOf<"MemberDefinition"> {
  if (member.kind === "oidc") return { OidcMemberDefinition: { Groups: member.groups } };
  return {
    CognitoMemberDefinition: {
      UserPool: member.userPool,
      UserGroup: member.userGroup,
      ClientId: member.clientId,
    },
  };
}
