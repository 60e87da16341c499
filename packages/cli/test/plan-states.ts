import {
  describePlan,
  type LiveRegion,
  type LiveWorkforce,
  type LiveWorkteam,
  plan,
  type PlanOptions,
  type PlanView,
  targetsOf,
  type WorkteamUsage,
} from "@wf/engine";
import { readConfiguration } from "@wf/parser";

const noFiles = {
  readFile: () => ({ failure: "There are no files here" }),
  fileExists: () => false,
  listFiles: () => ({ failure: "There are no files here" }),
  environment: () => undefined,
} as const;

/** What a plan is made from. */
export interface PlanCase {
  readonly configuration: string;
  /** By region; others are empty. */
  readonly live?: Readonly<Record<string, LiveRegion>>;
  readonly options?: Partial<PlanOptions>;
  /** The configured client secret's; `same` is that of the live one. */
  readonly fingerprint?: string;
  /** What depends on the teams that go. */
  readonly usage?: WorkteamUsage;
}

/** The view of a plan, made without any file or network. */
export async function viewOf({ configuration, live = {}, ...rest }: PlanCase): Promise<PlanView> {
  const read = await readConfiguration({
    sources: [{ name: "main.wf.hcl", text: configuration }],
    variables: [],
    missingVariables: "refuse",
    host: noFiles,
    version: "0.1.0",
  });
  if (read.value.configuration === undefined)
    throw new Error(JSON.stringify(read.diagnostics.map((each) => each.detail)));
  const { stack } = read.value.configuration;
  const inputs = targetsOf(read.value.configuration, { destroy: false }).map((wanted) => ({
    ...wanted,
    live: live[wanted.target.region] ?? { workforce: undefined, workteams: [] },
    fingerprint: wanted.desired === undefined ? undefined : (rest.fingerprint ?? "same"),
    usage: rest.usage,
  }));
  const options = {
    takeOver: false,
    carryTeams: false,
    replace: new Set<string>(),
    rewriteSecret: new Set<string>(),
    ...rest.options,
  };
  const made = plan(stack, inputs, options);
  // Digests change with whatever is read of a region; here they are all the same.
  const targets = made.targets.map((target) => ({ ...target, liveDigest: "0123456789abcdef".repeat(4) }));
  return describePlan({ ...made, targets }, read.diagnostics);
}

/** A stack of radiologists, with what its workforce says beyond its identity provider. */
function radiology(
  more = "",
  part: { readonly name?: string; readonly scope?: string; readonly teams?: string } = {},
): string {
  return `wf {
  stack = "labeling"
}

variable "client_secret" {
  type      = string
  sensitive = true
  default   = "Xray~Vision.2026"
}

workforce "radiology" {
  region = "us-east-1"
  name   = "${part.name ?? "radiology"}"

  oidc_config {
    client_id              = "sagemaker"
    client_secret          = var.client_secret
    issuer                 = "https://idp.example.com"
    authorization_endpoint = "https://idp.example.com/authorize"
    token_endpoint         = "https://idp.example.com/token"
    user_info_endpoint     = "https://idp.example.com/userinfo"
    logout_endpoint        = "https://idp.example.com/logout"
    jwks_uri               = "https://idp.example.com/jwks"
    scope                  = "${part.scope ?? "openid profile groups"}"
  }
  ${more}
  ${part.teams ?? readersBlock}
}
`;
}

const readersBlock = `workteam "readers" {
    description = "First reads of chest radiographs, within the working day they were taken on"
    groups      = ["radiology-readers"]
  }`;

/** The live workforce that `radiology()` describes. */
function liveRadiology(part: Partial<LiveWorkforce> = {}): LiveWorkforce {
  return {
    name: "radiology",
    arn: "arn:aws:sagemaker:us-east-1:123456789012:workforce/radiology",
    status: "Active",
    failureReason: undefined,
    subDomain: "k3x9q2vd1.labeling.us-east-1.sagemaker.aws",
    identityProvider: {
      kind: "oidc",
      clientId: "sagemaker",
      issuer: "https://idp.example.com",
      authorizationEndpoint: "https://idp.example.com/authorize",
      tokenEndpoint: "https://idp.example.com/token",
      userInfoEndpoint: "https://idp.example.com/userinfo",
      logoutEndpoint: "https://idp.example.com/logout",
      jwksUri: "https://idp.example.com/jwks",
      scope: "openid profile groups",
      authenticationRequestExtraParams: {},
    },
    sourceIpCidrs: [],
    vpc: undefined,
    ipAddressType: "ipv4",
    createDate: "2026-03-14T09:26:53.000Z",
    lastUpdatedDate: "2026-03-14T09:26:53.000Z",
    tags: { readable: true, values: { "wf:stack": "labeling", "wf:secret": "same" } },
    ...part,
  };
}

/** A live team, `readers` as configured unless it says otherwise. */
function liveTeam(part: Partial<LiveWorkteam> = {}): LiveWorkteam {
  const name = part.name ?? "readers";
  return {
    name,
    arn: `arn:aws:sagemaker:us-east-1:123456789012:workteam/private-crowd/${name}`,
    description: "First reads of chest radiographs, within the working day they were taken on",
    members: [{ kind: "oidc", groups: ["radiology-readers"] }],
    notificationTopicArn: undefined,
    workerAccess: { sourceIp: "Disabled", vpcSourceIp: "Disabled" },
    tags: { readable: true, values: { "wf:stack": "labeling" } },
    ...part,
  };
}

const ranges = (...cidrs: readonly string[]): string =>
  `source_ip_config {\n    cidrs = [${cidrs.map((cidr) => `"${cidr}"`).join(", ")}]\n  }`;
const live = (workforce: LiveWorkforce | undefined, ...workteams: readonly LiveWorkteam[]) => ({
  "us-east-1": { workforce, workteams },
});
const nobody = { readable: true, values: {} } as const;
const fleet = `wf {
  stack = "wildlife"
}
workforce "traps" {
  for_each = toset(["eu-central-1", "eu-north-1", "eu-west-1", "us-west-2"])
  region   = each.value
  cognito_config {
    user_pool = "\${each.value}_Wild1ife"
    client_id = "4example5client6id"
  }
  tags = { project = "traps" }
}
`;
const liveTraps = (region: string, tags: Readonly<Record<string, string>>): LiveRegion => ({
  workforce: liveRadiology({
    name: "traps",
    identityProvider: { kind: "cognito", userPool: `${region}_Wild1ife`, clientId: "4example5client6id" },
    tags: { readable: true, values: { "wf:stack": "wildlife", ...tags } },
  }),
  workteams: [],
});

/** A team whose groups and tags change; without any on one side it is not there, or has none. */
export function readersWith(
  groups: { readonly before: readonly string[]; readonly after: readonly string[] },
  tags: Readonly<Record<"before" | "after", Readonly<Record<string, string>>>>,
): PlanCase {
  const said = Object.entries(tags.after).map(([key, value]) => `"${key}" = "${value}"`);
  const members = [{ kind: "oidc" as const, groups: groups.before }];
  const values = { "wf:stack": "labeling", ...tags.before };
  return {
    configuration: radiology("", {
      teams: `workteam "readers" {
    description = "Reads"
    groups      = ${JSON.stringify(groups.after.length === 0 ? ["readers"] : groups.after)}
    tags        = { ${said.join(", ")} }
  }`,
    }),
    live: live(
      liveRadiology(),
      ...(groups.before.length === 0
        ? []
        : [liveTeam({ description: "Reads", members, tags: { readable: true, values } })]),
    ),
  };
}

const denied = (operation: string): string =>
  `The credentials do not allow ${operation} in us-east-1: no identity-based policy allows it`;

/** A plan of each kind that a reader can meet. */
export const planStates = {
  create: { configuration: radiology(`tags = { cost-center = "imaging" }\n  ${ranges("203.0.113.0/24")}`) },
  "no-changes": { configuration: radiology(), live: live(liveRadiology(), liveTeam()) },
  update: {
    configuration: radiology(
      `tags = { cost-center = "imaging", owner = "dr-lee" }\n  ${ranges("198.51.100.0/24", "192.0.2.0/28", "192.0.2.16/28", "192.0.2.32/28", "203.0.113.0/24")}`,
      {
        teams: readersBlock
          .replace("First reads", "Second reads")
          .replace("they were taken on", "they were reported on"),
      },
    ),
    live: live(
      liveRadiology({
        sourceIpCidrs: ["203.0.113.0/24", "192.0.2.0/28", "192.0.2.16/28", "192.0.2.32/28", "10.0.0.0/8"],
        tags: {
          readable: true,
          values: { "wf:stack": "labeling", "wf:secret": "same", "cost-center": "xray", project: "reads" },
        },
      }),
      liveTeam(),
    ),
  },
  "staged-update": {
    configuration: radiology("", { scope: "openid profile groups email" }),
    live: live(liveRadiology(), liveTeam()),
    fingerprint: "another",
  },
  replace: { configuration: radiology("", { name: "radiology-2" }), live: live(liveRadiology(), liveTeam()) },
  "work-in-flight": {
    configuration: radiology("", { name: "radiology-2" }),
    live: live(liveRadiology(), liveTeam(), liveTeam({ name: "night-shift" })),
    usage: {
      tasks: new Map([
        [
          "readers",
          { readable: true, value: { pending: 12, labelingJobs: ["chest", "hip", "knee", "hand"] } },
        ],
        ["night-shift", { readable: true, value: { pending: 1, labelingJobs: ["stroke"] } }],
      ]),
      flowDefinitions: {
        readable: true,
        value: [
          { name: "doubtful-fractures", workteam: "readers" },
          { name: "stroke-alerts", workteam: "night-shift" },
        ],
      },
    },
  },
  "work-unknown": {
    configuration: radiology("", { name: "radiology-2" }),
    live: live(liveRadiology(), liveTeam()),
    usage: {
      tasks: new Map([["readers", { readable: false, reason: denied("ListLabelingJobsForWorkteam") }]]),
      flowDefinitions: { readable: false, reason: denied("ListFlowDefinitions") },
    },
  },
  "replace-failed": {
    configuration: radiology(),
    live: live(
      liveRadiology({
        status: "Failed",
        failureReason: "The issuer https://idp.example.com answered 503 for its keys.",
        tags: nobody,
      }),
    ),
  },
  adopt: {
    configuration: radiology(),
    live: live(
      liveRadiology({ tags: { readable: true, values: { "wf:secret": "same" } } }),
      liveTeam({ tags: nobody }),
    ),
  },
  delete: {
    configuration: 'wf {\n  stack = "labeling"\n  regions = ["us-east-1"]\n}\n',
    live: live(liveRadiology(), liveTeam()),
  },
  "refused-with-blocks": {
    configuration: radiology("", { name: "radiology-2" }),
    live: live(
      liveRadiology(),
      liveTeam(),
      liveTeam({ name: "night-shift", description: "Reads at night", tags: nobody }),
    ),
  },
  "refused-provider": {
    configuration: radiology("", { scope: "openid email" }),
    live: live(
      liveRadiology(),
      liveTeam(),
      liveTeam({ name: "night-shift", description: "Reads at night", tags: nobody }),
    ),
  },
  "refused-twice": {
    configuration: radiology("lifecycle {\n    prevent_destroy = true\n  }", { name: "radiology-2" }),
    live: live(liveRadiology({ tags: { readable: true, values: { "wf:stack": "research" } } }), liveTeam()),
  },
  busy: {
    configuration: radiology(ranges("203.0.113.0/24")),
    live: live(liveRadiology({ status: "Updating" }), liveTeam()),
  },
  "long-lists": readersWith(
    { before: [], after: ["chest-radiology", "night-shift", "paediatric-radiology", "residents"] },
    { before: {}, after: { "cost-center": "imaging", "data-protection-officer": "dr-lee" } },
  ),
  "long-tags": readersWith(
    { before: ["radiology-readers"], after: ["radiology-readers"] },
    {
      before: { "data-protection-officer": "the-imaging-department-of-the-northern-hospital" },
      after: { "data-protection-officer": "the-imaging-department-of-the-southern-hospital" },
    },
  ),
  "unverified-secret": {
    configuration: radiology(ranges("0.0.0.0/0")),
    live: live(
      liveRadiology({
        sourceIpCidrs: ["0.0.0.0/0"],
        tags: { readable: true, values: { "wf:stack": "labeling" } },
      }),
      liveTeam(),
      liveTeam({ name: "night-shift", tags: nobody }),
    ),
  },
  "unknown-owner": {
    configuration: radiology(ranges("203.0.113.0/24")),
    live: live(
      liveRadiology({
        tags: {
          readable: false,
          reason: "AccessDeniedException: User is not authorized to perform sagemaker:ListTags",
        },
      }),
      liveTeam(),
    ),
  },
  "many-regions": {
    configuration: fleet,
    live: {
      "eu-central-1": liveTraps("eu-central-1", { project: "traps" }),
      "eu-north-1": liveTraps("eu-north-1", { project: "cameras" }),
      "us-west-2": liveTraps("us-west-2", { project: "traps" }),
    },
  },
} as const satisfies Readonly<Record<string, PlanCase>>;
