import { describe, expect, test } from "vitest";
import {
  type ApprovalInput,
  type ApprovalState,
  approve,
  initialApproval,
} from "../../src/ui/approval-state.ts";

const enter: ApprovalInput = { kind: "enter" };
const type = (text: string): readonly ApprovalInput[] =>
  text.split("").map((key) => ({ kind: "text", text: key }));
const paste = (text: string): ApprovalInput => ({ kind: "text", text });

function after(answers: readonly string[], inputs: readonly ApprovalInput[]): ApprovalState {
  return inputs.reduce(approve, initialApproval(answers));
}

describe("an approval that asks for yes", () => {
  const cases: readonly (readonly [string, readonly ApprovalInput[], Partial<ApprovalState>])[] = [
    ["takes yes and Enter", [...type("yes"), enter], { outcome: "approved" }],
    ["takes yes between blanks", [...type(" yes "), enter], { outcome: "approved" }],
    ["is open before Enter", type("yes"), { outcome: "asking", typed: "yes" }],
    ["does not take y", [...type("y"), enter], { outcome: "cancelled", wrong: "y" }],
    ["does not take YES", [...type("YES"), enter], { outcome: "cancelled", wrong: "YES" }],
    ["does not take Enter alone, held or not", [enter, enter, enter], { outcome: "cancelled", wrong: "" }],
    ["ends with q on an empty line", type("q"), { outcome: "cancelled", wrong: undefined }],
    ["takes q as a letter further on", type("yq"), { outcome: "asking", typed: "yq" }],
    [
      "ends with Esc and Ctrl-C, whatever is typed",
      [...type("yes"), { kind: "cancel" }],
      { outcome: "cancelled" },
    ],
    ["lets letters be taken back", [...type("yesx"), { kind: "erase" }, enter], { outcome: "approved" }],
    [
      "lets a line be taken back",
      [...type("no"), { kind: "erase-all" }, ...type("yes"), enter],
      { outcome: "approved" },
    ],
    [
      "does not take a paste that brings its own Enter",
      [paste("yes\r")],
      { outcome: "asking", typed: "", refusedPaste: true },
    ],
    ["nor an Enter after it", [paste("yes\r"), enter], { outcome: "cancelled" }],
    [
      "nor one that fills in what is missing",
      [...type("ye"), paste("s\r")],
      { outcome: "asking", typed: "" },
    ],
    ["takes fast typing that arrives at once", [paste("yes"), enter], { outcome: "approved" }],
    ["drops characters that cannot be seen", [paste("y\u0000e\u200Bs"), enter], { outcome: "approved" }],
    ["stays cancelled", [{ kind: "cancel" }, ...type("yes"), enter], { outcome: "cancelled" }],
  ];
  test.each(cases)("%s", (_, inputs, expected) => {
    expect(after(["yes"], inputs)).toMatchObject(expected);
  });
});

describe("an approval that asks for names", () => {
  const names = ["radiology", "quality"];
  const cases: readonly (readonly [string, readonly ApprovalInput[], Partial<ApprovalState>])[] = [
    [
      "asks for the second after the first",
      [...type("radiology"), enter],
      { outcome: "asking", given: 1, typed: "" },
    ],
    [
      "takes both, a q at the start too",
      [...type("radiology"), enter, ...type("quality"), enter],
      { outcome: "approved", given: 2 },
    ],
    ["does not take yes", [...type("yes"), enter], { outcome: "cancelled", wrong: "yes" }],
    [
      "does not take the first name twice",
      [...type("radiology"), enter, ...type("radiology"), enter],
      { outcome: "cancelled", given: 1 },
    ],
  ];
  test.each(cases)("%s", (_, inputs, expected) => {
    expect(after(names, inputs)).toMatchObject(expected);
  });
});

test("without a question it is approved", () => {
  expect(initialApproval([]).outcome).toBe("approved");
});
