import { apiError, noWorkforce, validationError } from "../api-error.ts";
import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { settle, withWorkforce } from "../region-state.ts";
import { startTransition } from "../transition.ts";

/** Deletes the workforce, once its teams are gone and AWS is not at work on it. */
export const deleteWorkforce = operation("DeleteWorkforce", (region, input, context) => {
  const { workforce } = region;
  if (workforce?.name !== input.WorkforceName) {
    return refused(noWorkforce(input.WorkforceName, context.account));
  }
  if (workforce.transition !== undefined) {
    const { status } = workforce.transition;
    return refused(
      validationError(
        `Workforce ${workforce.name} is ${status}: only an Active or Failed workforce can be deleted`,
      ),
    );
  }
  if (region.workteams.length > 0) {
    const message = `Workforce ${workforce.name} has work teams. Delete them before the workforce.`;
    return refused(apiError("ResourceInUse", message));
  }
  const transition = startTransition("Deleting", context, { ofVpc: workforce.vpc !== undefined });
  return done(settle(withWorkforce(region, { ...workforce, transition }), context.now), {});
});
