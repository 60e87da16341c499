import { boolType, dynamicType, mapType, setType, stringType } from "../../evaluation/types.ts";
import * as constraints from "../constraints.ts";
import { attribute, type BlockSchema, required } from "../schema.ts";
import { conditionSchema } from "./condition.ts";
import { cognitoConfigSchema, oidcConfigSchema } from "./identity-provider.ts";
import { forEach, tags } from "./shared.ts";
import { workteamSchema } from "./workteam.ts";

const sourceIpConfigSchema: BlockSchema = {
  type: "source_ip_config",
  doc: "From where workers may reach the portal; without it, from everywhere.",
  labels: [],
  attributes: {
    cidrs: required(
      attribute(setType(stringType), "Up to ten address ranges.", {
        text: constraints.cidr,
        count: { minimum: 1, maximum: 10 },
      }),
    ),
  },
  blocks: {},
};

const vpcConfigSchema: BlockSchema = {
  type: "workforce_vpc_config",
  doc: "Workers reach the portal through a VPC.",
  labels: [],
  attributes: {
    vpc_id: required(attribute(stringType, "The VPC's id.", { text: constraints.vpcId })),
    security_group_ids: required(
      attribute(setType(stringType), "One to five security groups of the VPC.", {
        text: constraints.securityGroupId,
        count: { minimum: 1, maximum: 5 },
      }),
    ),
    subnets: required(
      attribute(setType(stringType), "One to sixteen subnets of the VPC.", {
        text: constraints.subnetId,
        count: { minimum: 1, maximum: 16 },
      }),
    ),
  },
  blocks: {},
};

const lifecycleSchema: BlockSchema = {
  type: "lifecycle",
  doc: "What wf may do to the workforce.",
  labels: [],
  attributes: {
    prevent_destroy: attribute(boolType, "Refuse every plan that deletes the workforce, a replacement too."),
    ignore_changes: {
      form: "names",
      type: dynamicType,
      doc: "Attributes whose live value is left as it is, such as [tags].",
    },
  },
  blocks: {},
};

const timeout = attribute(stringType, "How long it may take, such as 30m.", { text: constraints.duration });

const timeoutsSchema: BlockSchema = {
  type: "timeouts",
  doc: "How long each kind of change may take, its waits included; default: 30m.",
  labels: [],
  attributes: { create: timeout, update: timeout, delete: timeout },
  blocks: {},
};

const assertSchema = conditionSchema(
  "assert",
  "A rule of your own for the workforce.",
  "An expression that is true where the workforce is good; self is the workforce as it is written.",
);

/** CreateWorkforce, for one region of one account. */
export const workforceSchema: BlockSchema = {
  type: "workforce",
  doc: "The private workforce of one region and account.",
  labels: ["name"],
  attributes: {
    for_each: forEach,
    account: {
      form: "reference",
      type: dynamicType,
      doc: "The account block to work in, such as account.prod; default: the AWS credential chain.",
    },
    region: required(
      attribute(stringType, "The region's name.", { text: constraints.regionName, open: "name" }),
    ),
    name: attribute(stringType, "The workforce's name; default: the block's label.", {
      text: constraints.workforceName,
      open: "name",
      default: "label",
    }),
    manage: attribute(
      stringType,
      "What is planned: all (the default), or only the work teams of a workforce of someone else's.",
      {
        text: { allowed: 'one of "all" and "teams"', values: ["all", "teams"] },
        default: { value: "all" },
      },
    ),
    ip_address_type: attribute(stringType, "ipv4 (the default) or dualstack.", {
      text: constraints.ipAddressType,
      default: { value: "ipv4" },
    }),
    tags: tags(mapType(stringType)),
  },
  blocks: {
    cognito_config: { schema: cognitoConfigSchema },
    oidc_config: { schema: oidcConfigSchema },
    source_ip_config: { schema: sourceIpConfigSchema },
    workforce_vpc_config: { schema: vpcConfigSchema },
    workteam: { schema: workteamSchema, many: true },
    assert: { schema: assertSchema, many: true },
    lifecycle: { schema: lifecycleSchema },
    timeouts: { schema: timeoutsSchema },
  },
};
