import type { CreateWorkforceInput, CreateWorkteamInput, OidcConfigInput } from "../src/api-call.ts";

/** A client secret that must not show up anywhere. */
export const clientSecret = "Xray~Vision.2026-secret";

/** An identity provider for radiologists. */
export const oidcConfig: OidcConfigInput & { readonly ClientSecret: string } = {
  ClientId: "sagemaker",
  ClientSecret: clientSecret,
  Issuer: "https://idp.radiology.example",
  AuthorizationEndpoint: "https://idp.radiology.example/authorize",
  TokenEndpoint: "https://idp.radiology.example/token",
  UserInfoEndpoint: "https://idp.radiology.example/userinfo",
  LogoutEndpoint: "https://idp.radiology.example/logout",
  JwksUri: "https://idp.radiology.example/keys",
  Scope: "openid profile groups",
};

/** A workforce with OIDC. */
export const radiology: CreateWorkforceInput = { WorkforceName: "radiology", OidcConfig: oidcConfig };

/** A workforce with Cognito. */
export const wildlife: CreateWorkforceInput = {
  WorkforceName: "wildlife",
  CognitoConfig: { UserPool: "us-east-1_Savanna01", ClientId: "rangers" },
};

/** A team of the OIDC workforce. */
export const readers: CreateWorkteamInput = {
  WorkteamName: "readers",
  WorkforceName: "radiology",
  Description: "First reads",
  MemberDefinitions: [{ OidcMemberDefinition: { Groups: ["radiology-readers"] } }],
};

/** A team of the Cognito workforce. */
export const trackers: CreateWorkteamInput = {
  WorkteamName: "trackers",
  WorkforceName: "wildlife",
  Description: "Footprints",
  MemberDefinitions: [
    {
      CognitoMemberDefinition: {
        UserPool: "us-east-1_Savanna01",
        ClientId: "rangers",
        UserGroup: "trackers",
      },
    },
  ],
};

/** All three parts of a VPC. */
export const hospitalVpc = {
  VpcId: "vpc-0ward",
  SecurityGroupIds: ["sg-0ward"],
  Subnets: ["subnet-0a", "subnet-0b"],
} as const;
