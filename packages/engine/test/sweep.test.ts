import { describe, expect, test } from "vitest";
import { describeSweep } from "../src/describe-sweep.ts";
import type { LiveRegion } from "../src/live-state.ts";
import { RemoteError, type RemoteReason } from "../src/remote-error.ts";
import { judgeLooks, type Look } from "../src/sweep.ts";
import { anothers, liveWorkforce, liveWorkteam, nobodys, region, stack, unreadable } from "./builders.ts";

const look = (found: LiveRegion | RemoteReason, account?: string, name = "eu-north-1"): Look => ({
  target: { account, region: name },
  found: typeof found === "string" ? new RemoteError(found, "ListWorkforces", "No.") : found,
});
const nobodyAnswers = new Set<string | undefined>();

describe("a region that nothing names", () => {
  test.each([
    ["with a workforce of ours is planned", region(liveWorkforce()), 1, []],
    [
      "with a team of ours in the workforce of others is planned",
      region(liveWorkforce({ tags: anothers }), [liveWorkteam("spotters")]),
      1,
      [],
    ],
    ["that is empty is not worth a word", region(), 0, []],
    [
      "with another stack's workforce is left alone",
      region(liveWorkforce({ tags: anothers })),
      0,
      ['Workforce "wildlife" in eu-north-1 is left alone: it belongs to stack "biology".'],
    ],
    [
      "with one of the console is left alone",
      region(liveWorkforce({ tags: nobodys })),
      0,
      ['Workforce "wildlife" in eu-north-1 is left alone: it was not made by wf.'],
    ],
    [
      "whose tags cannot be read is left alone",
      region(liveWorkforce({ tags: unreadable })),
      0,
      [
        'Workforce "wildlife" in eu-north-1 is left alone: whose it is is unknown, because its tags cannot be read.',
      ],
    ],
  ] as const)("%s", (_, live, planned, sentences) => {
    const { ours, sweep, failures } = judgeLooks(stack, [look(live)], nobodyAnswers);
    expect(ours).toHaveLength(planned);
    expect(failures).toEqual([]);
    expect(describeSweep(sweep).messages).toEqual([
      "Looked into 1 region that the configuration does not name.",
      ...sentences,
    ]);
  });

  test.each([
    ["invalid-credentials", "Not looked into, as they are not enabled for the account: eu-north-1."],
    ["endpoint-unreachable", "Not looked into, as SageMaker cannot be reached there: eu-north-1."],
    ["access-denied", "Not looked into, as the credentials do not allow it: eu-north-1."],
  ] as const)("that answers %s is a note where the account answers elsewhere", (reason, sentence) => {
    const beside = look(region(), undefined, "sa-east-1");
    for (const [looks, answering] of [
      [[look(reason), beside], nobodyAnswers],
      [[look(reason)], new Set([undefined])],
    ] as const) {
      const { sweep, failures } = judgeLooks(stack, looks, answering);
      expect(failures).toEqual([]);
      expect(describeSweep(sweep).messages.at(-1)).toBe(sentence);
    }
  });

  test.each([
    ["invalid-credentials", "parks"],
    ["endpoint-unreachable", "parks"],
    ["access-denied", "parks"],
    ["expired-token", "clinics"],
    ["throttled", "clinics"],
    ["server-error", "clinics"],
  ] as const)(
    "that answers %s is an error of account %s, which answers nowhere or is at fault",
    (reason, account) => {
      const { failures } = judgeLooks(stack, [look(reason, account)], new Set(["clinics"]));
      expect(failures).toMatchObject([{ target: { account }, error: { reason } }]);
    },
  );
});
