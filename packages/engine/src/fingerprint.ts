import type { LiveTags } from "./live-state.ts";
import { secretTag } from "./ownership.ts";

/** Stands in the tag from before an update of the secret until after it: what AWS holds is then unknown. */
export const withdrawnFingerprint = "withdrawn";

/**
 * What is known of the secret that AWS holds, which no call returns.
 * `interrupted`: an update was begun and its outcome never came to be known, so it must be written again.
 */
export type SecretState = "same" | "changed" | "unverified" | "interrupted";

/** Compares the live fingerprint with that of the configured secret. */
export function secretState(tags: LiveTags, fingerprint: string): SecretState {
  const live = tags.readable ? tags.values[secretTag] : undefined;
  if (live === undefined) return "unverified";
  if (live === withdrawnFingerprint) return "interrupted";
  return live === fingerprint ? "same" : "changed";
}
