import type { RemoteReason } from "@wf/engine";
import type { ReadFailure } from "../reading-event.ts";
import { failureGroups, failureSentences } from "./failure-groups.ts";
import { printable } from "./printable.ts";
import type { Theme } from "./theme.ts";

/** What to do about a failure of each kind. */
export const remoteHelp: Readonly<Record<RemoteReason, string>> = {
  "access-denied":
    "The credentials work but lack the permission: have it granted, or use others (AWS_PROFILE).",
  conflict: "AWS is at work on the workforce: wait a little and run the command again.",
  "endpoint-unreachable":
    "Check the network, the region's name and the endpoint, where the account's block or the environment sets one.",
  "expired-token": "Sign in again, for instance with aws sso login, and run the command again.",
  "in-use": "Something in the region stands in the way: run wf plan to see what it holds now.",
  invalid: "AWS does not take the request as it is: change what it names, and run the command again.",
  "invalid-credentials":
    "AWS does not know these credentials: check AWS_PROFILE, AWS_ACCESS_KEY_ID and the clock.",
  "limit-exceeded": "A quota of the account is used up: take something away, or ask AWS to raise it.",
  "no-credentials":
    "Set AWS_PROFILE, sign in with aws sso login, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. To try wf without AWS, add --local.",
  "not-found": "It went away meanwhile: run wf plan to see what the region holds now.",
  "outcome-unknown": "The call may have been carried out: run wf plan to see what the region holds now.",
  "server-error": "AWS has a fault of its own: run the command again in a while.",
  throttled: "AWS is rate-limiting: run the command again in a while, or with a lower --parallelism.",
  unknown: "Run the command again; what it did so far is kept.",
};

/** Why regions could not be read: one error for all that failed for the same reason, and what to do. */
export function failureErrors(
  failures: readonly ReadFailure[],
): readonly { readonly message: string; readonly help: string }[] {
  return failureGroups(failures).map((group) => ({
    message: `${group.places.join(", ")} cannot be read: ${failureSentences(group).join(" ")}`,
    help: remoteHelp[group.reason],
  }));
}

/** Why regions could not be read: one error for all that failed for the same reason. */
export function renderReadFailures(failures: readonly ReadFailure[], theme: Theme): string {
  return failureGroups(failures)
    .map((group) => {
      const places = printable(group.places.join(", "));
      const said = failureSentences(group).map(printable).join("\n");
      return `${theme.error("Error:")} ${theme.strong(`${places} cannot be read`)} ${theme.faint(`[${group.reason}]`)}\n\n${said}\n${remoteHelp[group.reason]}\n`;
    })
    .join("\n");
}
