import type { ApiCall } from "./api-call.ts";
import type { JournalRecord } from "./journal.ts";
import type { LiveRegion, LiveWorkforce, LiveWorkteam } from "./live-state.ts";
import type { OidcEndpoint } from "./oidc-endpoints.ts";
import type { WorkteamUsage } from "./workteam-usage.ts";

/** One region of one account: all that the core can do to AWS. Methods reject with a `RemoteError`, but for `usage`. */
export interface Region {
  /** The whole region, read now: two round trips deep, every page followed. Retries are told to `onRetry`. */
  read(options?: CallOptions): Promise<LiveRegion>;
  /** What depends on these teams; what AWS does not tell is said, and nothing is rejected for it. */
  usage(workteams: readonly LiveWorkteam[], signal?: AbortSignal): Promise<WorkteamUsage>;
  /** How a workforce is now: one call, for waiting. Undefined where there is none of that name. Retries are told to `onRetry`. */
  describe(workforceName: string, options?: CallOptions): Promise<WorkforceState | undefined>;
  /** Sends one call; resolves when AWS has taken it. Transient failures are retried inside and told to `onRetry`. */
  send(call: ApiCall, options?: CallOptions): Promise<ApiResult>;
}

/** The part of a workforce that changes while AWS works on it. */
export type WorkforceState = Pick<LiveWorkforce, "status" | "failureReason" | "subDomain">;

/** What a call may be given. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onRetry?: ((retry: Retry) => void) | undefined;
}

/** One failed attempt that will be made again. */
export interface Retry {
  /** From 1: the attempt that failed. */
  readonly attempt: number;
  readonly reason: string;
  readonly delayMilliseconds: number;
}

/** What a mutating call tells. */
export interface ApiResult {
  /** Of what was created. */
  readonly arn?: string;
  /** DeleteWorkteam's own answer, which can be false. */
  readonly success?: boolean;
}

/**
 * What can be asked of the world around one region's workforce, without changing it. What does not exist is undefined;
 * every method rejects with a `ProbeError` where there is no answer, and asks once however often it is called.
 */
export interface Probes {
  discoveryDocument(issuer: string): Promise<DiscoveryDocument>;
  /** How many keys the set at this address holds. */
  countKeys(jwksUri: string): Promise<number>;
  userPool(id: string): Promise<UserPool | undefined>;
  userPoolClient(userPool: string, id: string): Promise<UserPoolClient | undefined>;
  vpc(id: string): Promise<VpcState | undefined>;
  /** Those of these subnets that exist, each with its VPC. */
  subnets(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Those of these security groups that exist, each with its VPC. */
  securityGroups(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Whose the credentials are. */
  callerIdentity(): Promise<CallerIdentity>;
  /** Whether a caller, by its ARN, may take each of these actions on a resource, as far as its policies say. */
  isAllowed(
    caller: string,
    actions: readonly string[],
    resource: string,
  ): Promise<ReadonlyMap<string, boolean>>;
}

/** Whose credentials are used. */
export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
}

/** What an issuer says of itself at `/.well-known/openid-configuration`. */
export interface DiscoveryDocument {
  readonly issuer: string;
  readonly endpoints: Readonly<Partial<Record<OidcEndpoint, string>>>;
  /** Undefined where the document says nothing of them. */
  readonly scopes: readonly string[] | undefined;
  readonly claims: readonly string[] | undefined;
}

interface UserPool {
  /** Its sign-in address: a prefix of Cognito's, or a domain of its own. */
  readonly domain: string | undefined;
}

interface UserPoolClient {
  readonly userPool: string | undefined;
  readonly hasSecret: boolean;
}

interface VpcState {
  readonly hasIpv6: boolean;
}

/** Time, so that waits can be tested without waiting. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds; rejects with the signal's reason when it is aborted first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Where a run is written down as it happens; `append` resolves when the record is safe on disk. */
export interface JournalStore {
  append(record: JournalRecord): Promise<void>;
}
