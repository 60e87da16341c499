import { expect, test } from "vitest";
import { stack, workforce } from "./blocks.ts";
import { said } from "./configured.ts";

const declared = 'variable "site" {\n  default = "north"\n}\nlocals {\n  ward = "ct"\n}\n';
const named = (written: string): string => `${declared}${workforce(`  tags = { a = ${written} }\n`)}`;
const output = (written: string): string =>
  `${declared}${workforce("")}output "it" {\n  value = ${written}\n}\n`;
const local = (written: string): string => `${stack}${declared}locals {\n  bed = ${written}\n}\n`;

test.each([
  ["in the branch that is not taken", named('true ? "a" : var.stie'), [["no-attribute", ".stie"]]],
  ["of a local, in such a branch", named('true ? "a" : local.wrad'), [["no-attribute", ".wrad"]]],
  ["in try", named('try(var.stie, "a")'), [["no-attribute", ".stie"]]],
  ["in can", output("can(workforce.nope.name)"), [["no-attribute", ".nope"]]],
  ["in a for over nothing", named('join("", [for x in [] : var.stie])'), [["no-attribute", ".stie"]]],
  ["in a local", local('try(var.stie, "a")'), [["no-attribute", ".stie"]]],
  ["in a template's branch", named('"%{ if false }${var.stie}%{ endif }"'), [["no-attribute", ".stie"]]],
  ["told once where it is evaluated", named("var.stie"), [["no-attribute", ".stie"]]],
  ["bound by a for", named('join("", [for var in [{ stie = "a" }] : var.stie])'), []],
  ["that is declared", named("false ? var.site : local.ward"), []],
  ["to an attribute within one that is declared", named('try(var.site.beds, "a")'), []],
])("a reference %s", async (_, text, expected) => {
  expect(await said(text)).toEqual(expected);
});
