import { boolType, dynamicType, numberType, setType, stringType } from "../../evaluation/types.ts";
import * as constraints from "../constraints.ts";
import { attribute, type AttributeSchema, type BlockSchema, required } from "../schema.ts";
import { conditionSchema } from "./condition.ts";
import { workforceSchema } from "./workforce.ts";

const wfSchema: BlockSchema = {
  type: "wf",
  doc: "What the configuration is: its stack, and what it answers for.",
  labels: [],
  attributes: {
    stack: required(
      attribute(stringType, "The owner's name, written to live resources as the tag wf:stack.", {
        text: constraints.stackName,
        open: "name",
      }),
    ),
    required_version: attribute(stringType, 'Which versions of wf may be used, such as ">= 0.1.0".', {
      open: "name",
    }),
    regions: attribute(
      setType(stringType),
      "Regions this stack answers for beyond those that its workforces name.",
      {
        text: constraints.regionName,
        open: "name",
      },
    ),
  },
  blocks: {},
};

const assumeRoleSchema: BlockSchema = {
  type: "assume_role",
  doc: "The role to take on.",
  labels: [],
  attributes: {
    role_arn: required(attribute(stringType, "The role's ARN.", { text: constraints.roleArn, open: "name" })),
    external_id: attribute(stringType, "The external id that the role's trust policy asks for.", {
      text: constraints.externalId,
    }),
    session_name: attribute(stringType, "The session's name, seen in CloudTrail.", {
      text: constraints.sessionName,
      open: "name",
    }),
    duration: attribute(stringType, "How long the session lasts, such as 1h.", {
      text: constraints.sessionDuration,
    }),
  },
  blocks: {},
};

const endpointsSchema: BlockSchema = {
  type: "endpoints",
  doc: "Other addresses for AWS's services, for tests and private endpoints.",
  labels: [],
  attributes: {
    sagemaker: attribute(stringType, "SageMaker's address, such as http://127.0.0.1:4566.", {
      text: constraints.endpointUrl,
      open: "address",
    }),
    sts: attribute(stringType, "The address of STS, asked for roles and the account's id.", {
      text: constraints.endpointUrl,
      open: "address",
    }),
    cognito_idp: attribute(stringType, "The address of Cognito's user pools, asked by preflight checks.", {
      text: constraints.endpointUrl,
      open: "address",
    }),
    ec2: attribute(stringType, "The address of EC2, asked by preflight checks.", {
      text: constraints.endpointUrl,
      open: "address",
    }),
  },
  blocks: {},
};

const accountSchema: BlockSchema = {
  type: "account",
  doc: "Where and as whom AWS is called.",
  labels: ["name"],
  labelText: constraints.identifier,
  attributes: {
    profile: attribute(stringType, "A profile of the AWS configuration files.", { open: "name" }),
    allowed_account_ids: attribute(setType(stringType), "The accounts that the credentials may belong to.", {
      text: constraints.accountId,
      open: "name",
      count: { minimum: 1, maximum: 100 },
    }),
    max_attempts: attribute(
      numberType,
      "How often a call is tried in all; default: what AWS_MAX_ATTEMPTS or the profile says, or else 6.",
      {
        range: { minimum: 1, maximum: 20 },
      },
    ),
  },
  blocks: { assume_role: { schema: assumeRoleSchema }, endpoints: { schema: endpointsSchema } },
};

const expression = (doc: string): AttributeSchema => ({ form: "expression", type: dynamicType, doc });

const validationSchema = conditionSchema(
  "validation",
  "A rule of your own for the variable's value.",
  "An expression of var that is true where the value is good.",
);

const variableSchema: BlockSchema = {
  type: "variable",
  doc: "A value that is given from outside.",
  labels: ["name"],
  labelText: constraints.identifier,
  attributes: {
    type: expression("The type that the value must have, such as list(string)."),
    default: expression("The value where none is given."),
    description: attribute(stringType, "What the variable is for."),
    sensitive: attribute(boolType, "Whether the value must never be shown."),
    nullable: attribute(boolType, "Whether null is a value (the default), or stands for the default."),
  },
  blocks: { validation: { schema: validationSchema, many: true } },
};

const outputSchema: BlockSchema = {
  type: "output",
  doc: "A value to show after apply.",
  labels: ["name"],
  labelText: constraints.identifier,
  attributes: {
    value: required(expression("What to show; workforces are referred to by workforce.LABEL.")),
    description: attribute(stringType, "What the value is."),
    sensitive: attribute(boolType, "Whether it must never be shown."),
  },
  blocks: {},
};

/** Names of any kind may be defined in it, so its attributes are free. */
const localsSchema: BlockSchema = {
  type: "locals",
  doc: "Names for expressions, used as local.NAME.",
  labels: [],
  attributes: {},
  blocks: {},
};

/** A whole configuration: the blocks that may stand in a file. */
export const fileSchema: BlockSchema = {
  type: "file",
  doc: "The configuration: every *.wf.hcl file of a directory.",
  labels: [],
  attributes: {},
  blocks: {
    wf: { schema: wfSchema, required: true },
    variable: { schema: variableSchema, many: true },
    locals: { schema: localsSchema, many: true },
    account: { schema: accountSchema, many: true },
    workforce: { schema: workforceSchema, many: true },
    output: { schema: outputSchema, many: true },
  },
};
