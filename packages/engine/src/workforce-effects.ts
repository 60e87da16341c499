import type { AttributeChange } from "./diff.ts";
import type { ChangeEffect, WorkforceChange } from "./plan-model.ts";

/** Says of each change of a workforce what AWS can do about it. */
export function withEffects(changes: readonly AttributeChange[]): readonly WorkforceChange[] {
  // Settings of Cognito beside settings of OIDC: the kind of identity provider changes.
  const touchesCognito = changes.some((change) => change.path.startsWith("cognito_config."));
  return changes.map((change) => ({ ...change, effect: changeEffect(change.path, touchesCognito) }));
}

/**
 * What AWS can do about a change of a workforce's attribute: UpdateWorkforce takes neither a name nor anything of a
 * Cognito configuration.
 */
export function changeEffect(path: string, touchesCognito: boolean): ChangeEffect {
  if (path === "tags") return "tags";
  if (path === "name" || path.startsWith("cognito_config.")) return "replace";
  if (!path.startsWith("oidc_config.")) return "in-place";
  return touchesCognito ? "replace" : "staged";
}
