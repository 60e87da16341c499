import { secret, span, type Cognito, type Oidc, type Workforce, type Workteam } from "@wf/parser";
import type { LiveOidc, LiveRegion, LiveTags, LiveWorkforce, LiveWorkteam } from "../src/live-state.ts";
import { plan, type PlanOptions, type TargetInput } from "../src/plan.ts";
import type { Step, TargetPlan } from "../src/plan-model.ts";

/** The stack that the tests plan for. */
export const stack = "labeling";
/** The fingerprint of the secret that the builders configure. */
export const fingerprint = "v1.of-the-configured-secret";
/** The tags of what is ours. */
export const ours: LiveTags = { readable: true, values: { "wf:stack": stack } };
/** The tags of an OIDC workforce that is ours and holds the configured secret. */
export const oursWithSecret: LiveTags = {
  readable: true,
  values: { "wf:stack": stack, "wf:secret": fingerprint },
};
/** The tags of what was made in the console. */
export const nobodys: LiveTags = { readable: true, values: {} };
/** The tags of what belongs to another stack. */
export const anothers: LiveTags = { readable: true, values: { "wf:stack": "biology" } };
/** Tags that cannot be read. */
export const unreadable: LiveTags = { readable: false, reason: "access denied" };

/** Readable tags: ours, and the user's own beside them. */
export function tagged(values: Readonly<Record<string, string>>, base: LiveTags = ours): LiveTags {
  return { readable: true, values: { ...(base.readable ? base.values : {}), ...values } };
}

const nowhere = span({ name: "main.wf.hcl", text: "" }, 0, 0);
const minutes = 60_000;

/** An OIDC configuration for radiologists. */
export function oidc(changes: Partial<Oidc> = {}): Oidc {
  return { ...liveOidc(), discover: false, clientSecret: secret("Xray~Vision.2026-secret"), ...changes };
}

/** A Cognito configuration for rangers. */
export function cognito(changes: Partial<Cognito> = {}): Cognito {
  return { ...liveCognito(), ...changes };
}

/** The same OIDC configuration as the region shows it. */
export function liveOidc(changes: Partial<LiveOidc> = {}): LiveOidc {
  return {
    kind: "oidc",
    clientId: "sagemaker",
    issuer: "https://idp.radiology.example",
    authorizationEndpoint: "https://idp.radiology.example/authorize",
    tokenEndpoint: "https://idp.radiology.example/token",
    userInfoEndpoint: "https://idp.radiology.example/userinfo",
    logoutEndpoint: "https://idp.radiology.example/logout",
    jwksUri: "https://idp.radiology.example/keys",
    scope: "openid profile groups",
    authenticationRequestExtraParams: {},
    ...changes,
  };
}

/** The same Cognito configuration as the region shows it. */
export function liveCognito(changes: Partial<Cognito> = {}): Cognito {
  return { kind: "cognito", userPool: "eu-west-1_Savanna01", clientId: "rangers", ...changes };
}

/** A configured workforce: `wildlife` with Cognito unless said otherwise, without teams. */
export function workforce(changes: Partial<Workforce> = {}): Workforce {
  return {
    address: "workforce.wildlife",
    account: undefined,
    region: "eu-west-1",
    name: "wildlife",
    manage: "all",
    identityProvider: cognito(),
    sourceIpCidrs: [],
    vpc: undefined,
    ipAddressType: "ipv4",
    tags: {},
    workteams: [],
    lifecycle: { preventDestroy: false, ignoreChanges: new Set() },
    timeouts: { create: 30 * minutes, update: 20 * minutes, delete: 10 * minutes },
    sensitive: new Set(),
    span: nowhere,
    ...changes,
  };
}

/** A configured work team whose group has its own name. */
export function workteam(name: string, changes: Partial<Workteam> = {}): Workteam {
  return {
    address: `workforce.wildlife.workteam.${name}`,
    name,
    description: `The ${name}`,
    groups: [name],
    notificationTopicArn: undefined,
    workerAccess: { sourceIp: "Disabled", vpcSourceIp: "Disabled" },
    tags: {},
    sensitive: new Set(),
    span: nowhere,
    ...changes,
  };
}

/** A live workforce that is just as `workforce()` says, and ours. */
export function liveWorkforce(changes: Partial<LiveWorkforce> = {}): LiveWorkforce {
  const name = changes.name ?? "wildlife";
  return {
    name,
    arn: `arn:aws:sagemaker:eu-west-1:123456789012:workforce/${name}`,
    status: "Active",
    failureReason: undefined,
    subDomain: "savanna.labeling.eu-west-1.sagemaker.aws",
    identityProvider: liveCognito(),
    sourceIpCidrs: [],
    vpc: undefined,
    ipAddressType: "ipv4",
    createDate: "2026-03-01T09:00:00.000Z",
    lastUpdatedDate: undefined,
    tags: ours,
    ...changes,
  };
}

/** A live work team that is just as `workteam(name)` says, and ours. */
export function liveWorkteam(name: string, changes: Partial<LiveWorkteam> = {}): LiveWorkteam {
  return {
    name,
    arn: `arn:aws:sagemaker:eu-west-1:123456789012:workteam/private-crowd/${name}`,
    description: `The ${name}`,
    members: [{ kind: "cognito", userPool: "eu-west-1_Savanna01", clientId: "rangers", userGroup: name }],
    notificationTopicArn: undefined,
    workerAccess: { sourceIp: "Disabled", vpcSourceIp: "Disabled" },
    tags: ours,
    ...changes,
  };
}

/** A live team of an OIDC workforce. */
export function liveOidcTeam(name: string, changes: Partial<LiveWorkteam> = {}): LiveWorkteam {
  return liveWorkteam(name, { members: [{ kind: "oidc", groups: [name] }], ...changes });
}

/** A region with this in it; empty without. */
export function region(workforce?: LiveWorkforce, workteams: readonly LiveWorkteam[] = []): LiveRegion {
  return { workforce, workteams };
}

/** Options with nothing asked for. */
export function options(changes: Partial<PlanOptions> = {}): PlanOptions {
  return { takeOver: false, carryTeams: false, replace: new Set(), rewriteSecret: new Set(), ...changes };
}

/** What is wanted and there in eu-west-1; the fingerprint goes with OIDC. */
export function input(
  desired: Workforce | undefined,
  live: LiveRegion,
  changes: Partial<TargetInput> = {},
): TargetInput {
  return {
    target: { account: undefined, region: "eu-west-1" },
    desired,
    destroyed: undefined,
    fingerprint: desired?.identityProvider?.kind === "oidc" ? fingerprint : undefined,
    live,
    ...changes,
  };
}

/** The plan of one region. */
export function planOne(
  desired: Workforce | undefined,
  live: LiveRegion,
  asked: Partial<PlanOptions> = {},
  changes: Partial<TargetInput> = {},
): TargetPlan {
  const [target] = plan(stack, [input(desired, live, changes)], options(asked)).targets;
  if (target === undefined) throw new Error("A plan of one region has one target");
  return target;
}

/** The plan of a destruction. */
export function planDestroy(destroyed: Workforce, live: LiveRegion): TargetPlan {
  return planOne(undefined, live, {}, { destroyed });
}

/** Steps in short: `CreateWorkteam spotters`, `wait active wildlife`, `AddTags wildlife wf:stack`. */
export function steps(target: TargetPlan): readonly string[] {
  return target.steps.map(inShort);
}

/** The input of a plan's only call of an operation. */
export function inputOf(target: TargetPlan, operation: string): unknown {
  const calls = target.steps.flatMap((step) =>
    step.kind === "call" && step.call.operation === operation ? [step.call.input] : [],
  );
  if (calls.length !== 1) throw new Error(`There are ${calls.length} calls of ${operation}`);
  return calls[0];
}

function inShort(step: Step): string {
  if (step.kind === "wait") return `wait ${step.until} ${step.workforceName}`;
  const { operation, input } = step.call;
  if ("ResourceArn" in input) {
    const keys = "Tags" in input ? input.Tags.map(({ Key }) => Key) : input.TagKeys;
    return [operation, input.ResourceArn.split("/").at(-1), ...keys].join(" ");
  }
  return `${operation} ${"WorkteamName" in input ? input.WorkteamName : input.WorkforceName}`;
}
