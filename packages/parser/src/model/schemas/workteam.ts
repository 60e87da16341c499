import { mapType, setType, stringType } from "../../evaluation/types.ts";
import * as constraints from "../constraints.ts";
import { attribute, type BlockSchema, required } from "../schema.ts";
import { forEach, tags } from "./shared.ts";

const workerAccessSchema: BlockSchema = {
  type: "worker_access",
  doc: "Conditions on the presigned S3 addresses that workers' browsers load tasks from.",
  labels: [],
  attributes: {
    source_ip: attribute(stringType, "Whether an address works only from the worker's own IP address.", {
      text: constraints.enabledOrDisabled,
      default: { value: "Disabled" },
    }),
    vpc_source_ip: attribute(stringType, "The same for workers inside the VPC.", {
      text: constraints.enabledOrDisabled,
      default: { value: "Disabled" },
    }),
  },
  blocks: {},
};

/** CreateWorkteam, inside the workforce that holds the team. */
export const workteamSchema: BlockSchema = {
  type: "workteam",
  doc: "A team of the workforce's people, which labeling and review jobs are sent to.",
  labels: ["name"],
  attributes: {
    for_each: forEach,
    name: attribute(stringType, "The team's name; default: the block's label.", {
      text: constraints.workteamName,
      open: "name",
      default: "label",
    }),
    description: required(attribute(stringType, "What the team does.", { text: constraints.description })),
    groups: required(
      attribute(setType(stringType), "The groups at the identity provider whose members make the team.", {
        text: constraints.group,
        count: { minimum: 1, maximum: 10 },
      }),
    ),
    notification_topic_arn: attribute(stringType, "The SNS topic that is told of new work.", {
      text: constraints.topicArn,
    }),
    tags: tags(mapType(stringType)),
  },
  blocks: { worker_access: { schema: workerAccessSchema } },
};
