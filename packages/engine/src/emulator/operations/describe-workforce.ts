import { noWorkforce } from "../api-error.ts";
import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { vendorWorkforceView, workforceView } from "../workforce-view.ts";

/** Answers one workforce, private or a vendor's. */
export const describeWorkforce = operation("DescribeWorkforce", (region, input, context) => {
  const { workforce } = region;
  if (workforce?.name === input.WorkforceName) {
    return done(region, { Workforce: workforceView(workforce, context) });
  }
  const vendor = region.vendorWorkforces.find(({ name }) => name === input.WorkforceName);
  if (vendor === undefined) return refused(noWorkforce(input.WorkforceName, context.account));
  return done(region, { Workforce: vendorWorkforceView(vendor, context) });
});
