import { describe, expect, test } from "vitest";
import {
  type ApprovalInput,
  type ApprovalState,
  approve,
  initialApproval,
} from "../../src/ui/approval-state.ts";

type Keys = readonly (ApprovalInput | number)[];

const pace = 100;
const enter: Keys = [pace, { kind: "enter", at: 0 }];
const cancel: Keys = [{ kind: "cancel" }];
const type = (text: string): Keys =>
  text.split("").flatMap((key) => [pace, { kind: "text", text: key, at: 0 } as const]);
const atOnce = (text: string): Keys => [pace, { kind: "text", text, at: 0 }];
const paste = (text: string): Keys => [pace, { kind: "paste", text, at: 0 }];

/** What has become of it after these keys; numbers are pauses, and a second of reading comes first. */
function after(answers: readonly string[], keys: Keys, reading = 1000): ApprovalState {
  let at = reading;
  return keys.reduce<ApprovalState>(
    (state, key) => {
      if (typeof key !== "number") return approve(state, "at" in key ? { ...key, at } : key);
      at += key;
      return state;
    },
    initialApproval(answers, 0),
  );
}

describe("an approval that asks for yes", () => {
  const cases: readonly (readonly [string, Keys, Partial<ApprovalState>])[] = [
    ["takes yes and Enter", [...type("yes"), ...enter], { outcome: "approved" }],
    ["takes yes between blanks", [...type(" yes "), ...enter], { outcome: "approved" }],
    ["is open before Enter", type("yes"), { outcome: "asking", typed: "yes" }],
    ["does not take y", [...type("y"), ...enter], { outcome: "cancelled", wrong: "y" }],
    ["does not take YES", [...type("YES"), ...enter], { outcome: "cancelled", wrong: "YES" }],
    [
      "does not take Enter alone, held or not",
      [...enter, ...enter, ...enter],
      { outcome: "cancelled", wrong: "" },
    ],
    ["ends with q on an empty line", type("q"), { outcome: "cancelled", wrong: undefined }],
    ["takes q as a letter further on", type("yq"), { outcome: "asking", typed: "yq" }],
    ["ends with Esc and Ctrl-C, whatever is typed", [...type("yes"), ...cancel], { outcome: "cancelled" }],
    ["lets letters be taken back", [...type("yesx"), { kind: "erase" }, ...enter], { outcome: "approved" }],
    [
      "takes a whole character back, not half of one",
      [...type("yes"), ...atOnce("🐆"), { kind: "erase" }, ...enter],
      { outcome: "approved" },
    ],
    [
      "lets a line be taken back",
      [...type("no"), { kind: "erase-all" }, ...type("yes"), ...enter],
      { outcome: "approved" },
    ],
    [
      "does not take a paste that brings its own Enter",
      atOnce("yes\r"),
      { outcome: "asking", typed: "", refusedPaste: true },
    ],
    ["nor an Enter after it", [...atOnce("yes\r"), ...enter], { outcome: "cancelled" }],
    [
      "nor one that fills in what is missing",
      [...type("ye"), ...atOnce("s\r")],
      { outcome: "asking", typed: "" },
    ],
    ["takes fast typing that arrives at once", [...atOnce("yes"), ...enter], { outcome: "approved" }],
    [
      "drops characters that cannot be seen",
      [...atOnce("y\u0000e\u200Bs"), ...enter],
      { outcome: "approved" },
    ],
    ["takes pasted text, and then an Enter", [...paste("yes"), ...enter], { outcome: "approved" }],
    ["leaves the line break of what is pasted out", paste("yes\r\n"), { outcome: "asking", typed: "yes" }],
    [
      "does not take several pasted lines",
      paste("yes\nyes\n"),
      { outcome: "asking", typed: "", refusedPaste: true },
    ],
    ["does not end with a pasted q", paste("q"), { outcome: "asking", typed: "q" }],
    [
      "does not take an Enter that no finger could have pressed so soon",
      [...atOnce("yes"), 20, { kind: "enter", at: 0 }],
      { outcome: "asking", typed: "", refusedPaste: true },
    ],
    [
      "nor a paste in pieces",
      [...atOnce("ye"), 3, { kind: "text", text: "s", at: 0 }, 3, { kind: "enter", at: 0 }, ...enter],
      { outcome: "cancelled", wrong: "" },
    ],
    ["lets the plan be looked at", [...type("ye"), { kind: "browse" }], { outcome: "browsing" }],
    ["stays cancelled", [...cancel, ...type("yes"), ...enter], { outcome: "cancelled" }],
  ];
  test.each(cases)("%s", (_, inputs, expected) => {
    expect(after(["yes"], inputs)).toMatchObject(expected);
  });
});

describe("an approval that was just put on the screen", () => {
  test.each<readonly [string, Keys, Partial<ApprovalState>]>([
    [
      "overlooks an Enter held down since before",
      [...enter, ...enter],
      { outcome: "asking", wrong: undefined },
    ],
    [
      "does not take what was typed ahead",
      [...atOnce("yes"), 50, ...enter],
      { outcome: "asking", typed: "" },
    ],
    ["takes what is typed once it can be read", [200, ...type("yes"), ...enter], { outcome: "approved" }],
  ])("%s", (_, keys, expected) => {
    expect(after(["yes"], keys, 0)).toMatchObject(expected);
  });
});

describe("an approval that asks for names", () => {
  const names = ["radiology", "quality"];
  const cases: readonly (readonly [string, Keys, Partial<ApprovalState>])[] = [
    [
      "asks for the second after the first",
      [...type("radiology"), ...enter],
      { outcome: "asking", given: 1, typed: "" },
    ],
    [
      "takes both, a q at the start too",
      [...type("radiology"), ...enter, ...type("quality"), ...enter],
      { outcome: "approved", given: 2 },
    ],
    ["does not take yes", [...type("yes"), ...enter], { outcome: "cancelled", wrong: "yes" }],
    [
      "overlooks an Enter held down since the first name",
      [...type("radiology"), ...enter, ...enter, ...enter],
      { outcome: "asking", given: 1 },
    ],
    [
      "does not take the first name twice",
      [...type("radiology"), ...enter, ...type("radiology"), ...enter],
      { outcome: "cancelled", given: 1 },
    ],
  ];
  test.each(cases)("%s", (_, inputs, expected) => {
    expect(after(names, inputs)).toMatchObject(expected);
  });
});

test("without a question it is approved", () => {
  expect(initialApproval([], 0).outcome).toBe("approved");
});
