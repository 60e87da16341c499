import { describe, expect, test } from "vitest";
import { fixOf } from "../../src/index.ts";
import { configured } from "../model/configured.ts";

const wf = 'wf {\n  stack = "radiology"\n}\n';
const workforce = (text: string): string =>
  `workforce "owls" {\n  ${text}\n  cognito_config {\n    user_pool = "eu-west-1_Wild1ife"\n    client_id = "4example5client6id"\n  }\n}\n`;

describe("what was likely meant by", () => {
  const cases: readonly (readonly [what: string, text: string, fixed: string | undefined])[] = [
    ["an attribute", workforce('regoin = "eu-west-1"'), workforce('region = "eu-west-1"')],
    ["a block", "accuont x {}\n", "account x {}\n"],
    ["a region", workforce('region = "eu-wset-1"'), workforce('region = "eu-west-1"')],
    ["a root", "locals {\n  a = 1\n  b = locla.a\n}\n", "locals {\n  a = 1\n  b = local.a\n}\n"],
    [
      "a local",
      "locals {\n  sites = 1\n  b = local.stes\n}\n",
      "locals {\n  sites = 1\n  b = local.sites\n}\n",
    ],
    [
      "a variable",
      `variable "sites" {}\nlocals {\n  b = [var.stes]\n}\n`,
      `variable "sites" {}\nlocals {\n  b = [var.sites]\n}\n`,
    ],
    [
      "an element",
      'locals {\n  a = { region = "🦉" }\n  b = local.a.regoin\n}\n',
      'locals {\n  a = { region = "🦉" }\n  b = local.a.region\n}\n',
    ],
    ["a function", 'locals {\n  a = lowre("A")\n}\n', 'locals {\n  a = lower("A")\n}\n'],
    [
      "an account",
      `account prod {}\n${workforce('region = "eu-west-1"\n  account = account.prdo')}`,
      `account prod {}\n${workforce('region = "eu-west-1"\n  account = account.prod')}`,
    ],
    ["nothing near", workforce('xyzzy = "eu-west-1"'), undefined],
    [
      "what a sensitive value has",
      'variable "a" {\n  sensitive = true\n  default = { region = 1 }\n}\nlocals {\n  b = var.a.regoin\n}\n',
      undefined,
    ],
  ];
  test.each(cases)("%s", async (_, text, fixed) => {
    const { diagnostics } = await configured(wf + text, { missingVariables: "unknown" });
    const [fix] = diagnostics.flatMap((each) => fixOf(each) ?? []);
    const made =
      fix && `${(wf + text).slice(0, fix.span.start)}${fix.text}${(wf + text).slice(fix.span.end)}`;
    expect(made).toBe(fixed === undefined ? undefined : wf + fixed);
  });
});
