import { describe, expect, test } from "vitest";
import { cognito, stack } from "./support/wildlife.ts";
import { workspace } from "./support/workspace.ts";

const configuration = `${stack}variable "site" {}
variable "token" {
  default   = "zebra-5150"
  sensitive = true
}
locals {
  birds = ["owl", "lynx"]
  tags  = { site = var.site, token = var.token }
}
workforce "wildlife" {
  region = "eu-west-1"
  ${cognito()}
}
`;

describe("wf console from a pipe", () => {
  test.each([
    ["1 + 2\n", "3\n"],
    ["1 + 2", "3\n"],
    ["\n# a comment\n// another\n/* and\n one */\n1\n", "1\n"],
    ['upper("owl")\r\n"b"\r\n', '"OWL"\n"b"\n'],
    ["max(\n  1,\n  2\n)\n3\n", "2\n3\n"],
    ["<<EOT\nan (owl\nEOT\n1\n", '"an (owl\\n"\n1\n'],
    ["[for b in local.birds : upper(b)]\n", '[\n  "OWL",\n  "LYNX",\n]\n'],
    ["toset([1, 1])\n", "toset([\n  1,\n])\n"],
    ['{ a = { "b c" = [] }, d = null }\n', '{\n  a = {\n    "b c" = []\n  }\n  d = null\n}\n'],
    ["tomap({ a = 1 })\n", "tomap({\n  a = 1\n})\n"],
    ["var.site\n", "(known after apply)\n"],
    ["var.token\n", "(sensitive value)\n"],
    ["local.tags\n", "{\n  site = (known after apply)\n  token = (sensitive value)\n}\n"],
    ["workforce.wildlife.region\n", '"eu-west-1"\n'],
    ['env("HOME")\n', "(sensitive value)\n"],
    ['regex("l.n", "lynx")\n', '"lyn"\n'],
    ['jsondecode("\\"\\\\u001b[2J\\"")\n', '"\\u001b[2J"\n'],
    ["", ""],
  ])("%j prints %j", async (input, stdout) => {
    const { wf } = await workspace({ "main.wf.hcl": configuration });
    expect(await wf(["console"], { input })).toEqual({ code: 0, stdout, stderr: "" });
  });

  test("--json prints each value on a line of its own", async () => {
    const { wf } = await workspace({ "main.wf.hcl": configuration });
    const input =
      '"a\\nb"\n[1, true, null]\n{ a = "b" }\nlocal.tags\n12345678901234567890.125\n{ "__proto__" = 1 }\n[\n1\n]\n';
    const { code, stdout } = await wf(["console", "--json", "--var", "site=north"], { input });
    expect(code).toBe(0);
    expect(stdout.split("\n")).toEqual([
      String.raw`"a\nb"`,
      "[1,true,null]",
      '{"a":"b"}',
      '{"site":"north","token":"(sensitive value)"}',
      "12345678901234567890.125",
      '{"__proto__":1}',
      "[1]",
      "",
    ]);
  });

  test.each([
    ["1\nnobody\n2\n", "1\n", "unknown-reference"],
    ["1 +\n2\n", "", "expression-expected"],
    ["[1\n", "", "unclosed-bracket"],
    ["1 2\n", "", "trailing-text"],
    ['"a\n1\n', "", "newline-in-string"],
    ["tonumber(var.token)\n", "", "invalid-argument"],
  ])("%j ends at the first error", async (input, stdout, code) => {
    const { wf } = await workspace({ "main.wf.hcl": configuration });
    const run = await wf(["console"], { input });
    expect([run.code, run.stdout]).toEqual([1, stdout]);
    expect(run.stderr).toContain(`[${code}]`);
    expect(run.stderr).not.toContain("zebra");
  });

  test("a directory needs no configuration, and one that is wrong is told", async () => {
    const empty = await workspace();
    expect(await empty.wf(["console"], { input: "1 + 1\n" })).toEqual({ code: 0, stdout: "2\n", stderr: "" });
    const wrong = await workspace({ "main.wf.hcl": "wf {\n}\n" });
    const run = await wrong.wf(["console"], { input: "1 + 1\n" });
    expect([run.code, run.stdout]).toEqual([1, ""]);
    expect(run.stderr).toContain("[missing-attribute]");
  });
});
