import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { page, timeKey } from "../page.ts";
import { vendorWorkforceView, workforceView } from "../workforce-view.ts";

/** Lists the private workforce and those of vendors. */
export const listWorkforces = operation("ListWorkforces", (region, input, context) => {
  const { SortBy: sortBy = "CreateDate", NameContains: nameContains = "" } = input;
  const own = region.workforce === undefined ? [] : [workforceView(region.workforce, context)];
  const all = [...own, ...region.vendorWorkforces.map((vendor) => vendorWorkforceView(vendor, context))];
  const result = page({
    items: all.filter(({ WorkforceName }) => WorkforceName.includes(nameContains)),
    key: ({ WorkforceName, WorkforceArn, CreateDate = 0 }) =>
      sortBy === "Name" ? `${WorkforceName}/${WorkforceArn}` : timeKey(CreateDate * 1000, WorkforceArn),
    descending: input.SortOrder === "Descending",
    maxResults: input.MaxResults ?? 10,
    nextToken: input.NextToken,
    listing: ["ListWorkforces", sortBy, nameContains],
  });
  if (result.kind === "refused") return refused(result.error);
  return done(region, { Workforces: result.items, ...result.next });
});
