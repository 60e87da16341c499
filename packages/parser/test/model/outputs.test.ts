import { expect, test } from "vitest";
import { describeValue, type LiveAttributes } from "../../src/index.ts";
import { cognito, stack, workforce } from "./blocks.ts";
import { configured, said } from "./configured.ts";

const live = new Map<string, LiveAttributes>([
  ["workforce.radiology", { arn: "arn:radiology", subDomain: "abc.labeling.eu-west-1.sagemaker.aws" }],
  ['workforce.radiology["eu-west-1"]', { arn: "arn:west", subDomain: "west.example.com" }],
  ['workforce.radiology["us-east-1"]', { arn: "arn:east", subDomain: undefined }],
]);

/** An output before and after apply. */
async function shown(text: string, written: string, surroundings = {}): Promise<readonly string[]> {
  const { value, diagnostics } = await configured(
    `${text}output "it" {\n  value = ${written}\n}\n`,
    surroundings,
  );
  expect(diagnostics).toEqual([]);
  const [output] = value.outputs;
  return [new Map<string, LiveAttributes>(), live].map((attributes) => {
    const evaluated = output?.evaluate(attributes);
    expect(evaluated?.diagnostics).toEqual([]);
    return evaluated === undefined ? "" : describeValue(evaluated.value.value);
  });
}

const later = "(known after apply)";
const several = workforce('  for_each = toset(["eu-west-1", "us-east-1"])\n', {
  provider: cognito.replace("eu-west-1_", "${each.key}_"),
  region: "each.key",
});

test.each([
  [workforce(""), "workforce.radiology.sub_domain", later, '"abc.labeling.eu-west-1.sagemaker.aws"'],
  [workforce(""), "workforce.radiology.arn", later, '"arn:radiology"'],
  [
    workforce(""),
    "workforce.radiology.redirect_uri",
    later,
    '"https://abc.labeling.eu-west-1.sagemaker.aws/oauth2/idpresponse"',
  ],
  [
    workforce(""),
    "workforce.radiology.logout_uri",
    later,
    '"https://abc.labeling.eu-west-1.sagemaker.aws/logout"',
  ],
  [
    workforce(""),
    '"${workforce.radiology.name} in ${workforce.radiology.region}"',
    '"radiology in eu-west-1"',
    '"radiology in eu-west-1"',
  ],
  [workforce('  name = "readers"\n'), "workforce.radiology.name", '"readers"', '"readers"'],
  [several, 'workforce.radiology["eu-west-1"].arn', later, '"arn:west"'],
  [
    several,
    "{ for region, each in workforce.radiology : region => each.sub_domain }",
    `{ eu-west-1 = ${later}, us-east-1 = ${later} }`,
    `{ eu-west-1 = "west.example.com", us-east-1 = ${later} }`,
  ],
  [workforce("  for_each = {}\n"), "[for each in workforce.radiology : each.arn]", "[]", "[]"],
  [`${stack}locals {\n  site = "north"\n}\n`, "local.site", '"north"', '"north"'],
])("in %s\n%s is %s, then %s", async (text, written, before, after) => {
  expect(await shown(text, written)).toEqual([before, after]);
});

test("nothing is said of the instances of a for_each that is not known", async () => {
  const open = `variable "regions" {\n}\n${workforce("  for_each = var.regions\n", { region: "each.key" })}`;
  const unknown = { missingVariables: "unknown" };
  expect(await shown(open, 'workforce.radiology["eu-west-1"].arn', unknown)).toEqual([later, later]);
  expect(await shown(open, "[for each in workforce.radiology : each.arn]", unknown)).toEqual([later, later]);
});

test.each([
  ["workforce.radiolgy.arn", [["no-attribute", ".radiolgy"]]],
  ["workforce.radiology.subdomain", [["no-attribute", ".subdomain"]]],
  ["var.token", [["sensitive-output", "var.token"]]],
])("an output of %s is refused", async (written, expected) => {
  const text = `variable "token" {\n  default   = "t"\n  sensitive = true\n}\n${workforce("")}`;
  expect(await said(`${text}output "it" {\n  value = ${written}\n}\n`)).toEqual(expected);
});

test("an output may be sensitive, and then is shown nowhere", async () => {
  const { value, diagnostics } = await configured(
    `${stack}output "it" {\n  value     = "t"\n  sensitive = true\n}\n`,
  );
  expect(diagnostics).toEqual([]);
  const output = value.outputs[0]?.evaluate(new Map()).value;
  expect(output === undefined ? "" : describeValue(output.value)).toBe("(sensitive value)");
});

test("all outputs see the same workforces, which are gathered once", async () => {
  const outputs = '\noutput "one" {\n  value = workforce\n}\noutput "other" {\n  value = workforce\n}\n';
  const { value } = await configured(`${workforce("")}${outputs}`);
  const [one, other] = value.outputs.map((each) => each.evaluate(live).value.value);
  expect(one).toBe(other);
  expect(one).not.toBe(value.outputs[0]?.evaluate(new Map()).value.value);
});
