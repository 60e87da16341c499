import { flowDefinitionSummary } from "../flow-definition-view.ts";
import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { page, timeKey } from "../page.ts";

/** Lists the region's A2I flow definitions. */
export const listFlowDefinitions = operation("ListFlowDefinitions", (region, input, context) => {
  const { CreationTimeAfter: after = -Infinity, CreationTimeBefore: before = Infinity } = input;
  const result = page({
    items: region.flowDefinitions.filter(
      ({ createdAt }) => createdAt / 1000 > after && createdAt / 1000 < before,
    ),
    key: ({ name, createdAt }) => timeKey(createdAt, name),
    descending: input.SortOrder === "Descending",
    maxResults: input.MaxResults ?? 10,
    nextToken: input.NextToken,
    listing: ["ListFlowDefinitions"],
  });
  if (result.kind === "refused") return refused(result.error);
  const FlowDefinitionSummaries = result.items.map((item) => flowDefinitionSummary(item, context));
  return done(region, { FlowDefinitionSummaries, ...result.next });
});
