import type { Cognito, Vpc, WorkerAccess, Workforce } from "@wf/parser";

/** What one region of one account holds, as read; the state of `wf`. */
export interface LiveRegion {
  /** The private workforce, of which AWS keeps at most one per region and account. */
  readonly workforce: LiveWorkforce | undefined;
  /** Its work teams, in the order AWS listed them. */
  readonly workteams: readonly LiveWorkteam[];
}

/** A workforce's life cycle as AWS names it. */
type WorkforceStatus = "Initializing" | "Updating" | "Deleting" | "Failed" | "Active";

export interface LiveWorkforce {
  readonly name: string;
  readonly arn: string;
  readonly status: WorkforceStatus;
  readonly failureReason: string | undefined;
  /** The worker portal's host name; workers sign in at `https://<subDomain>`. */
  readonly subDomain: string | undefined;
  readonly identityProvider: LiveIdentityProvider;
  /** Empty: no allow list. */
  readonly sourceIpCidrs: readonly string[];
  readonly vpc: Vpc | undefined;
  /** AWS leaves it out for `ipv4`. */
  readonly ipAddressType: Workforce["ipAddressType"];
  /** ISO 8601, UTC. */
  readonly createDate: string | undefined;
  readonly lastUpdatedDate: string | undefined;
  readonly tags: LiveTags;
}

export type LiveIdentityProvider = Cognito | LiveOidc;

/** Everything of an OIDC configuration but the client secret, which no call returns; every endpoint is there. */
export interface LiveOidc {
  readonly kind: "oidc";
  readonly clientId: string;
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly userInfoEndpoint: string;
  readonly logoutEndpoint: string;
  readonly jwksUri: string;
  readonly scope: string | undefined;
  readonly authenticationRequestExtraParams: Readonly<Record<string, string>>;
}

export interface LiveWorkteam {
  readonly name: string;
  readonly arn: string;
  readonly description: string;
  readonly members: readonly LiveMember[];
  readonly notificationTopicArn: string | undefined;
  /** Unset reads back as Disabled. */
  readonly workerAccess: WorkerAccess;
  readonly tags: LiveTags;
}

/** A member definition: one Cognito user group, or a list of OIDC groups. */
export type LiveMember =
  | (Cognito & { readonly userGroup: string })
  | { readonly kind: "oidc"; readonly groups: readonly string[] };

/** A resource's tags; unreadable where permission lacks or AWS does not take the resource's type. */
export type LiveTags =
  | { readonly readable: true; readonly values: Readonly<Record<string, string>> }
  | { readonly readable: false; readonly reason: string };
