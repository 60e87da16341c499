import { expect, test } from "vitest";
import { openAfter, type Open } from "../../src/index.ts";

test.each([
  ["1 + 2", []],
  ["max(1,", ["bracket"]],
  ["max([{", ["bracket", "bracket", "bracket"]],
  ["max([1])", []],
  ['"a(b"', []],
  [String.raw`"a\"(" + (`, ["bracket"]],
  ['"${', ["quote", "interpolation"]],
  ['"${upper("x', ["quote", "interpolation", "bracket"]],
  ['"$${"', []],
  ['"${"}"}"', []],
  ['"not closed', []],
  ["[ # (", ["bracket"]],
  ["[ // (", ["bracket"]],
  ["[ /* ( */", ["bracket"]],
  ["1 /* (", ["comment"]],
  ["<<EOT", ["heredoc"]],
  ["upper(<<-EOT", ["bracket", "heredoc"]],
  ["<<EOT\na (\n  EOT", []],
  ["<<EOT\n${upper(\n", ["heredoc", "interpolation", "bracket"]],
  ["1 << 2", []],
  [")", []],
  ["/* a\n b */ [", ["bracket"]],
])("after %j is open: %j", (text, kinds) => {
  let open: readonly Open[] = [];
  for (const line of text.split("\n")) open = openAfter(open, line);
  expect(open.map(({ kind }) => kind)).toEqual(kinds);
});
