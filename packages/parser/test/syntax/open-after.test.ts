import { expect, test } from "vitest";
import { openAfter, type Open } from "../../src/index.ts";

test.each([
  ["1 + 2", []],
  ["max(1,", ["("]],
  ["max([{", ["(", "[", "{"]],
  ["max([1])", []],
  ['"a(b"', []],
  [String.raw`"a\"(" + (`, ["("]],
  ['"${', ['"', "${"]],
  ['"${upper("x', ['"', "${", "("]],
  ['"$${"', []],
  ['"${"}"}"', []],
  ['"not closed', []],
  ["[ # (", ["["]],
  ["[ // (", ["["]],
  ["[ /* ( */", ["["]],
  ["1 /* (", ["/*"]],
  ["<<EOT", ["<<EOT"]],
  ["upper(<<-EOT", ["(", "<<-EOT"]],
  ["<<EOT\na (\n  EOT", []],
  ["<<EOT\n${upper(\n", ["<<EOT", "${", "("]],
  ["1 << 2", []],
  [")", []],
  ["/* a\n b */ [", ["["]],
  ["/*\n/ (", ["/*"]],
  ["/* *\n/ (", ["/*"]],
  ["<< EOT", []],
  ["<<EOT ", []],
  ["<<-EOT\r", ["<<-EOT"]],
  ["1 /* << */ <<EOT", ["<<EOT"]],
  ["<<EOT\nEOT)", ["<<EOT"]],
  ['<<EOT\n"\nEOT\n[', ["["]],
  ["(}", ["("]],
  ['"%{ if a ~}"', []],
])("after %j is open: %j", (text, kinds) => {
  let open: Open | undefined;
  for (const line of text.split("\n")) open = openAfter(open, line);
  const brackets = (open?.brackets ?? []).map(({ token }) => token.image.trim());
  expect([...brackets, ...(open?.comment === true ? ["/*"] : [])]).toEqual(kinds);
});
