import type { Failure } from "@wf/engine";
import { remoteHelp } from "./failures-text.ts";

/** What to do about a step that failed, for each reason. */
export const failureHelp: Readonly<Record<Failure["reason"], string>> = {
  ...remoteHelp,
  "journal-unwritable":
    "Nothing more was sent there, as what is begun must be known after a crash. Make room in .wf, and run the command again.",
  moved: "Somebody was quicker. Run the command again: it plans anew.",
  "refused-by-aws": "Run wf plan to see what the region holds now.",
  "timed-out":
    "AWS may still be at work on it: wait a little and run the command again, or give the block longer timeouts.",
  "workforce-failed":
    "Change what AWS complains about and run the command again: a workforce that Failed is deleted and created.",
};
