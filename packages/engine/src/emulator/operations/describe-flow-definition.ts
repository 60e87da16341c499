import { apiError } from "../api-error.ts";
import { flowDefinitionView } from "../flow-definition-view.ts";
import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";

/** Answers one A2I flow definition, with the team it uses. */
export const describeFlowDefinition = operation("DescribeFlowDefinition", (region, input, context) => {
  const definition = region.flowDefinitions.find(({ name }) => name === input.FlowDefinitionName);
  if (definition === undefined) {
    const message = `The flow definition ${input.FlowDefinitionName} does not exist`;
    return refused(apiError("ResourceNotFound", message));
  }
  return done(region, flowDefinitionView(definition, context));
});
