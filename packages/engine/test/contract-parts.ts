/** What must be there already for the contract to be tried with it; what is missing is left out. */
export interface ContractParts {
  readonly cognito:
    | { readonly UserPool: string; readonly ClientId: string; readonly UserGroup: string }
    | undefined;
  /** Dual-stack. */
  readonly vpc:
    | {
        readonly VpcId: string;
        readonly SecurityGroupIds: readonly string[];
        readonly Subnets: readonly string[];
      }
    | undefined;
  readonly topicArn: string | undefined;
}

/** What the environment says of a real account; see docs/testing-on-aws.md. */
export function partsFrom(environment: Readonly<Record<string, string | undefined>>): ContractParts {
  const value = (name: string): string | undefined => environment[`WF_AWS_TEST_${name}`];
  const list = (name: string): readonly string[] => value(name)?.split(",") ?? [];
  const [UserPool, ClientId, UserGroup] = [value("USER_POOL"), value("CLIENT_ID"), value("USER_GROUP")];
  const VpcId = value("VPC");
  return {
    cognito:
      UserPool === undefined || ClientId === undefined || UserGroup === undefined
        ? undefined
        : { UserPool, ClientId, UserGroup },
    vpc:
      VpcId === undefined
        ? undefined
        : { VpcId, SecurityGroupIds: list("SECURITY_GROUPS"), Subnets: list("SUBNETS") },
    topicArn: value("TOPIC"),
  };
}
