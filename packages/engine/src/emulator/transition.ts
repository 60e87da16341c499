import type { CallContext } from "./call-context.ts";
import type { StoredVpc, Transition } from "./state-schema.ts";

/** What a workforce goes through from now on; over at once where the delay is 0. */
export function startTransition(
  status: Transition["status"],
  context: CallContext,
  { ofVpc, vpc }: { readonly ofVpc: boolean; readonly vpc?: StoredVpc | "none" | undefined },
): Transition {
  const { settings, now, failLater } = context;
  return {
    status,
    until: now + (ofVpc ? settings.vpcDelayMilliseconds : settings.delayMilliseconds),
    ...(failLater === undefined ? {} : { failureReason: failLater }),
    ...(vpc === undefined ? {} : { vpc }),
  };
}
