import type { AttributeChange } from "./diff.ts";
import type { ChangeEffect, WorkforceChange } from "./plan-model.ts";

/** Says of each change of a workforce what AWS can do about it. */
export function withEffects(changes: readonly AttributeChange[]): readonly WorkforceChange[] {
  // Settings of Cognito beside settings of OIDC: the kind of identity provider changes.
  const touchesCognito = changes.some((change) => change.path.startsWith("cognito_config."));
  return changes.map((change) => ({ ...change, effect: effectOf(change, touchesCognito) }));
}

/** UpdateWorkforce takes neither a name nor anything of a Cognito configuration. */
function effectOf(change: AttributeChange, touchesCognito: boolean): ChangeEffect {
  if (change.path === "tags") return "tags";
  if (change.path === "name" || change.path.startsWith("cognito_config.")) return "replace";
  if (!change.path.startsWith("oidc_config.")) return "in-place";
  return touchesCognito ? "replace" : "staged";
}
