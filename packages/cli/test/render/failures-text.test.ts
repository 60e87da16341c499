import { RemoteError } from "@wf/engine";
import { expect, test } from "vitest";
import type { ReadFailure } from "../../src/reading-event.ts";
import { failureErrors } from "../../src/render/failures-text.ts";

const denied = (region: string, account: string | undefined, message: string): ReadFailure => ({
  target: { account, region },
  error: new RemoteError("access-denied", "ListWorkforces", message),
});

test.each<readonly [string, readonly ReadFailure[], string]>([
  [
    "one region is told with its account",
    [denied("us-west-1", "birds", "You may not")],
    "us-west-1 of account.birds cannot be read: You may not.",
  ],
  [
    "messages that differ by the region's name are told once",
    [
      denied("eu-west-1", undefined, "You may not in eu-west-1."),
      denied("us-west-1", undefined, "You may not in us-west-1."),
    ],
    "eu-west-1, us-west-1 cannot be read: You may not in eu-west-1.",
  ],
  [
    "messages that differ are told with their places",
    [
      denied("us-west-1", "birds", "Not as a bird"),
      denied("us-west-1", "mammals", "Not as a mammal"),
      denied("eu-west-1", "mammals", "Not as a mammal"),
    ],
    "us-west-1 of account.birds, us-west-1 of account.mammals, eu-west-1 of account.mammals cannot be read: us-west-1 of account.birds: Not as a bird. us-west-1 of account.mammals, eu-west-1 of account.mammals: Not as a mammal.",
  ],
  [
    "of many messages the first five are told",
    Array.from({ length: 7 }, (_, index) => denied("us-west-1", `a${index}`, `No ${index}`)),
    `${Array.from({ length: 7 }, (_, index) => `us-west-1 of account.a${index}`).join(", ")} cannot be read: ${Array.from({ length: 5 }, (_, index) => `us-west-1 of account.a${index}: No ${index}.`).join(" ")} And 2 messages more.`,
  ],
])("%s", (_, failures, message) => {
  expect(failureErrors(failures).map((error) => error.message)).toEqual([message]);
});
