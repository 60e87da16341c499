import { describe, expect, test } from "vitest";
import { describeValue, type Value, type VariableInput } from "../../src/index.ts";
import { stack } from "./blocks.ts";
import { codeAndText, configured, said, type Surroundings } from "./configured.ts";

const file = (text: string, name = "wf.wfvars.hcl"): VariableInput => ({
  kind: "file",
  source: { name, text },
});
const flag = (name: string, text: string): VariableInput => ({ kind: "flag", name, text });
const environment = (name: string, text: string): VariableInput => ({ kind: "environment", name, text });

async function valueOf(
  content: string,
  variables: readonly VariableInput[] = [],
  surroundings: Surroundings = {},
): Promise<Value | undefined> {
  const text = `${stack}variable "site" {\n${content}\n}\n`;
  const { value, diagnostics } = await configured(text, { variables, ...surroundings });
  expect(diagnostics).toEqual([]);
  return value.variables[0]?.value;
}

async function shown(content: string, ...variables: VariableInput[]): Promise<string> {
  const value = await valueOf(content, variables);
  return value === undefined ? "" : describeValue(value);
}

async function saidOf(content: string, ...variables: VariableInput[]) {
  return said(`${stack}variable "site" {\n${content}\n}\n`, { variables });
}

test("of several values the last one counts", async () => {
  const given = [
    environment("site", "environment"),
    file('site = "wfvars"\n'),
    file('site = "auto"\n', "a.auto.wfvars.hcl"),
    file('site = "later"\n', "b.auto.wfvars.hcl"),
    flag("site", "flag"),
    file('site = "named"\n', "named.wfvars.hcl"),
  ];
  const expected = ["environment", "wfvars", "auto", "later", "flag", "named"];
  expect(await shown('default = "default"')).toBe('"default"');
  for (const [index, text] of expected.entries())
    expect(await shown('default = "default"', ...given.slice(0, index + 1))).toBe(JSON.stringify(text));
});

test.each([
  ["type = string", "north", '"north"'],
  ["type = string", '["north"]', String.raw`"[\"north\"]"`],
  ["", "[1]", '"[1]"'],
  ["type = number", "12.50", "12.5"],
  ["type = bool", "true", "true"],
  ["type = any", "[1]", "[1]"],
  ["type = list(string)", '["north", 2]', '["north", "2"]'],
  ["type = set(string)", '["b", "a", "b"]', '["a", "b"]'],
  ["type = map(number)", '{ north = "1" }', "{ north = 1 }"],
  ["type = list(string)", "null", "null"],
  ["type = string", "null", '"null"'],
  [
    "type = object({ name = string, beds = optional(number, 2), wing = optional(string) })",
    '{ name = "north", more = 1 }',
    '{ beds = 2, name = "north", wing = null }',
  ],
  ['type = object({ wards = optional(map(string), { a = "b" }) })', "{}", '{ wards = { a = "b" } }'],
])("a variable of %s takes the text %s", async (content, text, expected) => {
  expect(await shown(content, flag("site", text))).toBe(expected);
  expect(await shown(content, environment("site", text))).toBe(expected);
});

test.each([
  ["type = string", "site = 12", '"12"'],
  ["type = number", 'site = "12"', "12"],
  ["", "site = [1, true]", "[1, true]"],
  ["nullable = false\ndefault = 1", "site = null", "1"],
  ["default = 1", "site = null", "null"],
  ["type = list(string)\ndefault = [1]", "", '["1"]'],
])("a variable of %s takes %s from a file", async (content, text, expected) => {
  expect(await shown(content, file(`${text}\n`))).toBe(expected);
});

describe("refused is", () => {
  test.each([
    [
      "a text that is no number",
      "type = number",
      flag("site", "many"),
      ["wrong-variable-type", 'variable "site"'],
    ],
    ["a value of another type", "type = number", file("site = [1]\n"), ["wrong-variable-type", "[1]"]],
    [
      "a null that must not be",
      "nullable = false",
      file("site = null\n"),
      ["variable-is-null", 'variable "site"'],
    ],
    ["a function in a file", "", file('site = upper("a")\n'), ["functions-not-allowed", 'upper("a")']],
    [
      "a function in a flag",
      "type = list(string)",
      flag("site", '[regex("a", "a")]'),
      ["functions-not-allowed", 'regex("a", "a")'],
    ],
    ["a reference in a file", "", file("site = var.other\n"), ["unknown-reference", "var"]],
    [
      "a text that is no expression",
      "type = list(string)",
      environment("site", "[1"),
      ["unclosed-bracket", "["],
    ],
    [
      "a default of another type",
      "type = number\ndefault = [1]",
      flag("site", "1"),
      ["invalid-default", "[1]"],
    ],
    ["a default that refers", "default = var.other", flag("site", "1"), ["unknown-reference", "var"]],
    ["a type that is none", 'type = "string"\ndefault = 1', flag("site", "1"), ["invalid-type", '"string"']],
  ])("%s", async (_, content, given, expected) => {
    expect(await saidOf(content, given)).toEqual([expected]);
  });
});

test("what the configuration does not declare is an error by flag, a warning in a file, and nothing in the environment", async () => {
  const { diagnostics } = await configured(`${stack}variable "site" {\n  default = 1\n}\n`, {
    variables: [environment("stie", "1"), file("stie = 1\n"), flag("stie", "1")],
  });
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
    ["undeclared-variable", "error"],
    ["undeclared-variable-in-file", "warning"],
  ]);
});

const rule = (condition: string, message = '"No."'): string =>
  `  default = "north"\n  validation {\n    condition     = ${condition}\n    error_message = ${message}\n  }`;

describe("a validation", () => {
  test.each(['var.site == "north"', 'length(regexall("^n", var.site)) > 0', '"true"', "true && true"])(
    "holds: %s",
    async (condition) => {
      expect(await saidOf(rule(condition))).toEqual([]);
    },
  );

  test.each([
    ["is false", 'var.site == "south"', "validation-failed", 'var.site == "south"'],
    ["is a text", "var.site", "condition-not-bool", "var.site"],
    ["is null", "null", "condition-not-bool", "null"],
    ["fails", "var.nobody", "no-attribute", ".nobody"],
    ["refers to locals", "local.site", "unknown-reference", "local"],
  ])("that %s is told", async (_, condition, code, text) => {
    expect(await saidOf(rule(condition))).toEqual([[code, text]]);
  });

  test("may look at other variables, and tells what they were", async () => {
    const { diagnostics } = await configured(
      `${stack}variable "site" {\n${rule("var.site == var.other", '"${var.site} is not ${var.other}."')}\n}\nvariable "other" {\n  default = "south"\n}\n`,
    );
    expect(diagnostics.map(({ code, detail, values }) => [code, detail, values])).toEqual([
      [
        "validation-failed",
        "north is not south.",
        [
          { traversal: "var.site", value: '"north"' },
          { traversal: "var.other", value: '"south"' },
        ],
      ],
    ]);
  });

  test("of a sensitive value shows neither it nor a message made of it", async () => {
    const { diagnostics } = await configured(
      `${stack}variable "site" {\n  sensitive = true\n${rule('var.site == ""', '"It is ${var.site}."')}\n}\n`,
    );
    expect(diagnostics.map(({ detail, values }) => [detail, values])).toEqual([
      [
        "Its validation's error message is sensitive or not known, and not shown.",
        [{ traversal: "var.site", value: "(sensitive value)" }],
      ],
    ]);
  });
});

test("a value that is missing is unknown where none is needed, and refused where one is", async () => {
  const text = `${stack}variable "site" {\n  type = string\n  validation {\n    condition = length(var.site) > 3\n    error_message = "No."\n  }\n}\n`;
  const offline = await configured(text, { missingVariables: "unknown" });
  expect(offline.diagnostics).toEqual([]);
  expect(offline.value.configuration).toBeUndefined();
  expect(offline.value.variables.map(({ value, given }) => [value.kind, given])).toEqual([
    ["unknown", false],
  ]);
  expect(await said(text)).toEqual([["missing-variable", 'variable "site"']]);
});

describe("of a sensitive variable's value nothing is shown:", () => {
  const canary = "zebra-5150";
  test.each([
    ["a file with the wrong type", "type = number", file(`site = "${canary}"\n`)],
    ["a file without quotes", "", file(`site = ${canary}\n`)],
    ["a file that cannot be parsed", "", file(`site = "a" ${canary}\n`)],
    ["a file with a function", "", file(`site = ${canary}("x")\n`)],
    ["a key of the wrong type", "type = map(string)", file(`site = { ${canary} = ["x"] }\n`)],
    ["a flag of the wrong type", "type = number", flag("site", canary)],
    ["a flag that cannot be parsed", "type = list(string)", flag("site", `["${canary}" ${canary}`)],
    ["a flag without quotes", "type = list(string)", flag("site", canary)],
  ])("%s", async (_, content, given) => {
    const { diagnostics } = await configured(
      `${stack}variable "site" {\n  sensitive = true\n  ${content}\n}\n`,
      { variables: [given] },
    );
    expect(diagnostics).toHaveLength(1);
    for (const { summary, detail, values, span } of diagnostics) {
      expect(JSON.stringify([summary, detail, values])).not.toContain(canary);
      expect(span?.source.confidential === true || span?.source.name === "main.wf.hcl").toBe(true);
    }
  });
});

test("codes and places of values stand in their own file", async () => {
  const { diagnostics } = await configured(`${stack}variable "site" {\n  type = number\n}\n`, {
    variables: [file('site = "x"\n')],
  });
  expect(diagnostics.map((each) => [...codeAndText(each), each.span?.source.name])).toEqual([
    ["wrong-variable-type", '"x"', "wf.wfvars.hcl"],
  ]);
});
