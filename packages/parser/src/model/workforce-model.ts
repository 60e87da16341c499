import type { Span } from "../text/source.ts";
import type { Secret } from "./secret.ts";

/** A configuration as meant: every expression evaluated, every `for_each` expanded, every default filled in. */
export interface Configuration {
  /** The owner's name, written to live resources as the tag `wf:stack`. */
  readonly stack: string;
  /** Regions this stack answers for beyond those that its workforces name. */
  readonly regions: readonly string[];
  readonly accounts: readonly Account[];
  readonly workforces: readonly Workforce[];
}

/** Where and as whom AWS is called. */
export interface Account {
  readonly name: string;
  readonly profile: string | undefined;
  readonly allowedAccountIds: readonly string[];
  readonly assumeRole: AssumeRole | undefined;
  /** Endpoint URLs by service: `sagemaker`, `sts`, `cognito_idp`, `ec2`. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly maxAttempts: number | undefined;
  readonly span: Span;
}

export interface AssumeRole {
  readonly roleArn: string;
  readonly externalId: string | undefined;
  readonly sessionName: string | undefined;
  readonly durationSeconds: number | undefined;
}

/** One private workforce of one region and account, with its work teams. */
export interface Workforce {
  /** `workforce.radiology`, or `workforce.radiology["eu-west-1"]` under `for_each`. */
  readonly address: string;
  /** The `account` block's name; undefined: the AWS credential chain as it is. */
  readonly account: string | undefined;
  readonly region: string;
  readonly name: string;
  /** `teams`: the workforce belongs to someone else and has no identity provider here; only its teams are planned. */
  readonly manage: "all" | "teams";
  readonly identityProvider: IdentityProvider | undefined;
  /** Empty: no allow list. */
  readonly sourceIpCidrs: readonly string[];
  readonly vpc: Vpc | undefined;
  readonly ipAddressType: "ipv4" | "dualstack";
  readonly tags: Readonly<Record<string, string>>;
  readonly workteams: readonly Workteam[];
  readonly lifecycle: Lifecycle;
  readonly timeouts: Timeouts;
  /** Paths of attributes that a sensitive value touched, such as `oidc_config.client_id`: shown masked. */
  readonly sensitive: ReadonlySet<string>;
  readonly span: Span;
}

export type IdentityProvider = Cognito | Oidc;

export interface Cognito {
  readonly kind: "cognito";
  readonly userPool: string;
  readonly clientId: string;
}

export interface Oidc {
  readonly kind: "oidc";
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly issuer: string;
  /** Whether endpoints that are undefined are to be taken from the issuer's discovery document before planning. */
  readonly discover: boolean;
  readonly authorizationEndpoint: string | undefined;
  readonly tokenEndpoint: string | undefined;
  readonly userInfoEndpoint: string | undefined;
  readonly logoutEndpoint: string | undefined;
  readonly jwksUri: string | undefined;
  readonly scope: string | undefined;
  readonly authenticationRequestExtraParams: Readonly<Record<string, string>>;
}

export interface Vpc {
  readonly vpcId: string;
  readonly securityGroupIds: readonly string[];
  readonly subnets: readonly string[];
}

export interface Workteam {
  /** `workforce.radiology.workteam.readers` */
  readonly address: string;
  readonly name: string;
  readonly description: string;
  /** OIDC groups or Cognito user groups: the workforce's own kind. */
  readonly groups: readonly string[];
  readonly notificationTopicArn: string | undefined;
  readonly workerAccess: WorkerAccess;
  readonly tags: Readonly<Record<string, string>>;
  /** Paths of attributes that a sensitive value touched, such as `description`. */
  readonly sensitive: ReadonlySet<string>;
  readonly span: Span;
}

/** S3 presign constraints. */
export interface WorkerAccess {
  readonly sourceIp: "Enabled" | "Disabled";
  readonly vpcSourceIp: "Enabled" | "Disabled";
}

export interface Lifecycle {
  readonly preventDestroy: boolean;
  /** Attribute paths whose live value is left as it is. */
  readonly ignoreChanges: ReadonlySet<string>;
}

/** Milliseconds that each kind of change may take, its waits included. */
export interface Timeouts {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
}
