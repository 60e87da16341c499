import { partition } from "../partition.ts";
import { flowDefinitionArn, workteamArn } from "./arn.ts";
import type { CallContext } from "./call-context.ts";
import type { StoredFlowDefinition } from "./state-schema.ts";
import type { ValueOf } from "./value-of.ts";

/** An A2I flow definition as List answers it. */
export function flowDefinitionSummary(
  { name, status, createdAt }: StoredFlowDefinition,
  context: CallContext,
): ValueOf<"FlowDefinitionSummary"> {
  return {
    FlowDefinitionName: name,
    FlowDefinitionArn: flowDefinitionArn(context, name),
    FlowDefinitionStatus: status,
    CreationTime: createdAt / 1000,
  };
}

/** An A2I flow definition as Describe answers it: which team it uses is what matters, the rest is filled in. */
export function flowDefinitionView(
  definition: StoredFlowDefinition,
  context: CallContext,
): ValueOf<"DescribeFlowDefinitionResponse"> {
  const { account, region } = context;
  const aws = partition(region);
  return {
    ...flowDefinitionSummary(definition, context),
    HumanLoopConfig: {
      WorkteamArn: workteamArn(context, definition.workteamName),
      HumanTaskUiArn: `arn:${aws}:sagemaker:${region}:${account}:human-task-ui/${definition.name}`,
      TaskTitle: `Review for ${definition.name}`,
      TaskDescription: "Look at the prediction and correct it",
      TaskCount: 1,
    },
    OutputConfig: { S3OutputPath: `s3://${definition.name}-reviews/` },
    RoleArn: `arn:${aws}:iam::${account}:role/${definition.name}`,
  };
}
