import { expect, test } from "vitest";
import { type OutlineItem, outlineOf, parse } from "../../src/index.ts";

const lines = (items: readonly OutlineItem[], indent = ""): readonly string[] =>
  items.flatMap(({ kind, name, items: inner }) => [
    `${indent}${kind} ${name}`,
    ...lines(inner, `${indent}  `),
  ]);

test("an outline has blocks, those within them, and locals, whatever is broken beside them", () => {
  const text = `wf {\n  stack = "a"\n}\nlocals {\n  größe = 1\n}\nworkforce "radiology" {\n  oidc_config {}\n  workteam readers {}\n}\nvariable "x" {\n  default = \n}\noutput "y" {\n`;
  expect(lines(outlineOf(parse({ name: "main.wf.hcl", text }).value))).toEqual([
    "block wf",
    "block locals",
    "  local größe",
    'block workforce "radiology"',
    "  block oidc_config",
    "  block workteam readers",
    'block variable "x"',
    'block output "y"',
  ]);
});
