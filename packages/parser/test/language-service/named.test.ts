import { expect, test } from "vitest";
import { definitionsIn, type NamePlace, parse, textOf, usesIn, valuesIn } from "../../src/index.ts";

const text = `
wf { stack = local.stack }
locals {
  stack = "radiology"
  große = [for var in local.sites : var.name]
}
variable "site" {
  default = "\${local["stack"]}-1"
  validation { condition = var.site != "" }
}
account prod {}
workforce "radiology" {
  account = account.prod
  oidc_config { client_secret = var["se.cret"] }
  region  = var.sites[var.site].region
}
output "portal" { value = workforce.radiology.sub_domain }
`;

const brief = ({ root, name, span }: NamePlace): string => `${root}.${name} at ${span.start} ${textOf(span)}`;

test("what a file defines, with the place of each name", () => {
  expect(definitionsIn(parse({ name: "main.wf.hcl", text }).value).map(brief)).toMatchInlineSnapshot(`
    [
      "local.stack at 39 stack",
      "local.große at 61 große",
      "var.site at 117 site",
      "account.prod at 213 prod",
      "workforce.radiology at 232 radiology",
    ]
  `);
});

test("where a file refers to names, those that a for binds left out", () => {
  expect(usesIn(parse({ name: "main.wf.hcl", text }).value).map(brief)).toMatchInlineSnapshot(`
    [
      "local.stack at 20 stack",
      "local.sites at 87 sites",
      "local.stack at 147 stack",
      "var.site at 190 site",
      "account.prod at 265 prod",
      "var.se.cret at 307 se.cret",
      "var.sites at 335 sites",
      "var.site at 345 site",
      "workforce.radiology at 396 radiology",
    ]
  `);
});

test("a file of values names variables", () => {
  const file = parse({ name: "wf.wfvars.hcl", text: 'site = "a"\nother = 1\n' }).value;
  expect(valuesIn(file).map(brief)).toEqual(["var.site at 0 site", "var.other at 11 other"]);
});
