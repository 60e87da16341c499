import { describe, expect, test } from "vitest";
import { parse, type Subject, subjectAt, textOf } from "../../src/index.ts";
import { atCursor } from "./cursor.ts";

function brief(subject: Subject | undefined): string {
  if (subject === undefined) return "nothing";
  switch (subject.kind) {
    case "block":
      return `block ${subject.schema.type}`;
    case "attribute":
      return `attribute ${subject.route.join(".")}`;
    case "function":
      return `function ${subject.name}`;
    case "reference":
      return `reference ${textOf(subject.span)}${subject.secret ? ", secret" : ""}`;
    default:
      return `definition ${subject.named.root}.${subject.named.name} at ${textOf(subject.named.span)}`;
  }
}

const workforce = (text: string): string => `workforce "radiology" {\n  ${text}\n}\n`;

describe("at a cursor stands", () => {
  const cases: readonly (readonly [text: string, subject: string])[] = [
    ["work|force {}", "block workforce"],
    ["|workforce {}", "block workforce"],
    ["workforc| {}", "nothing"],
    ['workforce "rad|iology" {}', "definition workforce.radiology at radiology"],
    ["workforce radiology| {}", "definition workforce.radiology at radiology"],
    [workforce('reg|ion = "eu-west-1"'), "attribute workforce.region"],
    [workforce('region| = "eu-west-1"'), "attribute workforce.region"],
    [workforce('region = "eu|-west-1"'), "nothing"],
    [workforce("nothing| = 1"), "nothing"],
    [workforce("oidc_con|fig {}"), "block oidc_config"],
    [workforce("oidc_config { client_i|d = 1 }"), "attribute workforce.oidc_config.client_id"],
    [workforce("oidc_config { client_secret = v|ar.secret }"), "reference var, secret"],
    [workforce("oidc_config { client_secret = var.se|cret }"), "reference var.secret, secret"],
    [workforce("region = local.sites.first|.region"), "reference local.sites.first"],
    [workforce("region = local.sit|es.first.region"), "reference local.sites"],
    [workforce('region = local.sites["fir|st"].region'), 'reference local.sites["first"'],
    [workforce("region = lo|wer(local.region)"), "function lower"],
    [workforce("region = lower(local.reg|ion)"), "reference local.region"],
    [workforce('region = "${lo|wer("EU")}-west-1"'), "function lower"],
    [workforce("tags = { for k, v in var.t| : k => v }"), "reference var.t"],
    [workforce("tags = { for k, v in var.t : k => v| }"), "nothing"],
    [workforce("account = account.pr|od"), "reference account.prod"],
    ["locals {\n  sit|es = []\n}", "definition local.sites at sites"],
    ["locals {\n  sites = [var.a, var.b|]\n}", "reference var.b"],
    ['variable "a" {\n  sensitiv|e = true\n}', "attribute variable.sensitive"],
    ["# comm|ent\nwf {}", "nothing"],
    ["|", "nothing"],
    ["workforce {\n  region = loc|al.a\n", "reference local"],
  ];
  test.each(cases)("%s", (text, expected) => {
    const { source, offset } = atCursor(text);
    expect(brief(subjectAt(parse(source).value, offset))).toBe(expected);
  });
});
