import type { LiveTags } from "./live-state.ts";

/** The tag that holds the name of the stack that a live resource belongs to. */
export const stackTag = "wf:stack";
/** The tag that holds the fingerprint of the OIDC client secret that AWS last took from us. */
export const secretTag = "wf:secret";

/** Whether a tag is kept by `wf` itself. */
export function isOurTag(key: string): boolean {
  return key === stackTag || key === secretTag;
}

/** Whose a live resource is: `unknown` where its tags cannot be read. */
export type Owner =
  | { readonly kind: "ours" }
  | { readonly kind: "another-stack"; readonly stack: string }
  | { readonly kind: "nobody" }
  | { readonly kind: "unknown"; readonly reason: string };

/** Reads the owner from a live resource's tags. */
export function ownerOf(tags: LiveTags, stack: string): Owner {
  if (!tags.readable) return { kind: "unknown", reason: tags.reason };
  const owner = tags.values[stackTag];
  if (owner === undefined) return { kind: "nobody" };
  return owner === stack ? { kind: "ours" } : { kind: "another-stack", stack: owner };
}

/** The tags that are the user's: without ours (`wf:`) and AWS's own (`aws:`). Undefined where they cannot be read. */
export function userTags(tags: LiveTags): Readonly<Record<string, string>> | undefined {
  if (!tags.readable) return undefined;
  return Object.fromEntries(Object.entries(tags.values).filter(([key]) => !/^(wf|aws):/i.test(key)));
}
