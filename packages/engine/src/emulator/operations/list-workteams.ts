import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { page, timeKey } from "../page.ts";
import { workteamView } from "../workteam-view.ts";

/** Lists the private work teams. */
export const listWorkteams = operation("ListWorkteams", (region, input, context) => {
  const { SortBy: sortBy = "CreateDate", NameContains: nameContains = "" } = input;
  const result = page({
    items: region.workteams.filter(({ name }) => name.includes(nameContains)),
    key: ({ name, createdAt }) => (sortBy === "Name" ? name : timeKey(createdAt, name)),
    descending: input.SortOrder === "Descending",
    maxResults: input.MaxResults ?? 10,
    nextToken: input.NextToken,
    listing: ["ListWorkteams", sortBy, nameContains],
  });
  if (result.kind === "refused") return refused(result.error);
  const Workteams = result.items.map((workteam) => workteamView(workteam, region.workforce, context));
  return done(region, { Workteams, ...result.next });
});
