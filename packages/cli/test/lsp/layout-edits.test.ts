import * as fc from "fast-check";
import { expect, test } from "vitest";
import { format } from "@wf/parser";
import { layoutEdits, type TextChange } from "../../src/lsp/layout-edits.ts";

function applied(text: string, edits: readonly TextChange[]): string {
  return edits.reduceRight(
    (before, { start, end, text: piece }) => before.slice(0, start) + piece + before.slice(end),
    text,
  );
}

const cases: readonly (readonly [what: string, before: string, after: string, edits: number])[] = [
  ["nothing of what is laid out", "a = 1\n", "a = 1\n", 0],
  ["one piece a line", "a=1\nb = 2\nc=3\n", "a = 1\nb = 2\nc = 3\n", 2],
  ["spaces at a line's end", "a = 1  \r\nb = 2\r\n", "a = 1\r\nb = 2\r\n", 1],
  ["one piece where lines went", "a\n\n\nb\n", "a\nb\n", 1],
  ["nothing to nothing", "", "", 0],
];
test.each(cases)("edits touch %s", (_, before, after, edits) => {
  const made = layoutEdits(before, after);
  expect(made).toHaveLength(edits);
  expect(applied(before, made)).toBe(after);
});

test("for any text, its edits make its layout", () => {
  const line = fc.constantFrom(
    "a=1",
    '  größe   = "🦊"',
    "wf{",
    "}",
    "# e\u0301  ",
    "x = [ 1,2 ]",
    "\t\r",
    "",
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join("\n");
      const { value } = format({ name: "main.wf.hcl", text });
      const edits = layoutEdits(text, value);
      expect(applied(text, edits)).toBe(value);
    }),
  );
});

test("for any two texts, the edits make the second of the first", () => {
  const text = fc.array(fc.constantFrom("a", "b", " ", "\n")).map((each) => each.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applied(before, layoutEdits(before, after))).toBe(after);
    }),
  );
});
