import { cognito, pool, wildlife } from "./wildlife.ts";

/** A change of a region, from what one configuration made of it to another. */
export interface Scenario {
  readonly name: string;
  /** Undefined: from an empty region. */
  readonly before: string | undefined;
  readonly after: string;
  /** A team that is not ours comes into being in between. */
  readonly foreign?: { readonly members: readonly ForeignMember[] };
  readonly command: "apply" | "destroy";
}

type ForeignMember =
  | { readonly kind: "oidc"; readonly groups: string[] }
  | {
      readonly kind: "cognito";
      readonly userPool: string;
      readonly clientId: string;
      readonly userGroup: string;
    };

const oidc = (secret: string): string => `oidc_config {
  client_id = "sagemaker"
  client_secret = "${secret}"
  issuer = "https://idp.example.com"
  authorization_endpoint = "https://idp.example.com/authorize"
  token_endpoint = "https://idp.example.com/token"
  user_info_endpoint = "https://idp.example.com/userinfo"
  logout_endpoint = "https://idp.example.com/logout"
  jwks_uri = "https://idp.example.com/jwks"
}`;

const team = (name: string, description = "Spots"): string => `workteam "${name}" {
  description = "${description}"
  groups = ["${name}"]
  tags = { park = "Kruger" }
}`;
const three = [team("spotters"), team("trackers"), team("vets")].join("\n");
const ranges = (range: string): string => `source_ip_config {
  cidrs = ["${range}"]
}`;
const vpc = (subnet: string): string => `workforce_vpc_config {
  vpc_id = "vpc-1"
  subnets = ["${subnet}"]
  security_group_ids = ["sg-1"]
}`;

const cognitoMember = { kind: "cognito", ...pool, userGroup: "rangers" } as const;

/** Every kind of change that a plan can hold. */
export const scenarios: readonly Scenario[] = [
  {
    name: "create",
    before: undefined,
    after: wildlife(oidc("first-secret"), team("spotters"), team("trackers")),
    command: "apply",
  },
  {
    name: "update source ranges",
    before: wildlife(cognito(), ranges("10.0.0.0/8"), team("spotters")),
    after: wildlife(cognito(), ranges("172.16.0.0/12"), team("spotters")),
    command: "apply",
  },
  {
    name: "update a VPC",
    before: wildlife(cognito(), vpc("subnet-1")),
    after: wildlife(cognito(), vpc("subnet-2")),
    command: "apply",
  },
  {
    name: "update tags",
    before: wildlife(cognito(), 'tags = { park = "Kruger" }'),
    after: wildlife(cognito(), 'tags = { owner = "biology" }'),
    command: "apply",
  },
  {
    name: "update teams",
    before: wildlife(cognito(), team("spotters"), team("trackers")),
    after: wildlife(cognito(), team("spotters", "Spots lynxes"), team("vets")),
    command: "apply",
  },
  {
    name: "rotate the OIDC secret with three teams and one carried",
    before: wildlife(oidc("first-secret"), three),
    after: wildlife(oidc("second-secret"), three),
    foreign: { members: [{ kind: "oidc", groups: ["rangers"] }] },
    command: "apply",
  },
  {
    name: "replace with three teams and one carried",
    before: wildlife(cognito(), three),
    after: wildlife('name = "animals"', cognito(), three),
    foreign: { members: [cognitoMember] },
    command: "apply",
  },
  {
    name: "replace an OIDC workforce",
    before: wildlife(oidc("first-secret"), team("spotters")),
    after: wildlife('name = "animals"', oidc("first-secret"), team("spotters")),
    command: "apply",
  },
  {
    name: "delete",
    before: wildlife(cognito(), three),
    after: wildlife(cognito(), three),
    command: "destroy",
  },
];
