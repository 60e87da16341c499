/**
 * The mutating calls of SageMaker's workforce API, as data in the API's own shapes: what a plan's steps hold and a
 * `Region` sends. `ClientSecret` is present only in calls made ready for sending; plans never hold it.
 */
export type ApiCall =
  | { readonly operation: "CreateWorkforce"; readonly input: CreateWorkforceInput }
  | { readonly operation: "UpdateWorkforce"; readonly input: UpdateWorkforceInput }
  | { readonly operation: "DeleteWorkforce"; readonly input: { readonly WorkforceName: string } }
  | { readonly operation: "CreateWorkteam"; readonly input: CreateWorkteamInput }
  | { readonly operation: "UpdateWorkteam"; readonly input: UpdateWorkteamInput }
  | { readonly operation: "DeleteWorkteam"; readonly input: { readonly WorkteamName: string } }
  | {
      readonly operation: "AddTags";
      readonly input: { readonly ResourceArn: string; readonly Tags: readonly Tag[] };
    }
  | {
      readonly operation: "DeleteTags";
      readonly input: { readonly ResourceArn: string; readonly TagKeys: readonly string[] };
    };

export type Operation = ApiCall["operation"];

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

export interface CreateWorkforceInput {
  readonly WorkforceName: string;
  readonly CognitoConfig?: CognitoConfigInput;
  readonly OidcConfig?: OidcConfigInput;
  readonly SourceIpConfig?: SourceIpConfigInput;
  readonly WorkforceVpcConfig?: WorkforceVpcConfigInput;
  readonly IpAddressType?: "ipv4" | "dualstack";
  readonly Tags?: readonly Tag[];
}

/** What is left out stays as it is; `WorkforceVpcConfig: {}` removes the VPC. */
export interface UpdateWorkforceInput {
  readonly WorkforceName: string;
  readonly OidcConfig?: OidcConfigInput;
  readonly SourceIpConfig?: SourceIpConfigInput;
  readonly WorkforceVpcConfig?: WorkforceVpcConfigInput;
  readonly IpAddressType?: "ipv4" | "dualstack";
}

interface CognitoConfigInput {
  readonly UserPool: string;
  readonly ClientId: string;
}

export interface OidcConfigInput {
  readonly ClientId: string;
  readonly ClientSecret?: string;
  readonly Issuer: string;
  readonly AuthorizationEndpoint: string;
  readonly TokenEndpoint: string;
  readonly UserInfoEndpoint: string;
  readonly LogoutEndpoint: string;
  readonly JwksUri: string;
  readonly Scope?: string;
  readonly AuthenticationRequestExtraParams?: Readonly<Record<string, string>>;
}

interface SourceIpConfigInput {
  readonly Cidrs: readonly string[];
}

export interface WorkforceVpcConfigInput {
  readonly VpcId?: string;
  readonly SecurityGroupIds?: readonly string[];
  readonly Subnets?: readonly string[];
}

export interface CreateWorkteamInput {
  readonly WorkteamName: string;
  readonly WorkforceName: string;
  readonly MemberDefinitions: readonly MemberDefinitionInput[];
  readonly Description: string;
  readonly NotificationConfiguration?: { readonly NotificationTopicArn?: string };
  readonly WorkerAccessConfiguration?: WorkerAccessConfigurationInput;
  readonly Tags?: readonly Tag[];
}

export interface UpdateWorkteamInput {
  readonly WorkteamName: string;
  readonly MemberDefinitions?: readonly MemberDefinitionInput[];
  readonly Description?: string;
  readonly NotificationConfiguration?: { readonly NotificationTopicArn?: string };
  readonly WorkerAccessConfiguration?: WorkerAccessConfigurationInput;
}

export interface MemberDefinitionInput {
  readonly CognitoMemberDefinition?: {
    readonly UserPool: string;
    readonly ClientId: string;
    readonly UserGroup: string;
  };
  readonly OidcMemberDefinition?: { readonly Groups: readonly string[] };
}

export interface WorkerAccessConfigurationInput {
  readonly S3Presign: {
    readonly IamPolicyConstraints: {
      readonly SourceIp: "Enabled" | "Disabled";
      readonly VpcSourceIp: "Enabled" | "Disabled";
    };
  };
}
