import { describe, expect, test } from "vitest";
import {
  applyConstraint,
  describeValue,
  evaluate,
  mismatchText,
  parseExpression,
  typeConstraint,
  typeText,
  type Conversion,
} from "../../src/index.ts";
import { evaluated } from "./evaluated.ts";

function expressionOf(text: string): Parameters<typeof typeConstraint>[0] {
  return parseExpression({ name: "variables.wf.hcl", text }).value;
}

function shownConversion(value: string, type: string): string {
  const constraint = typeConstraint(expressionOf(type));
  expect(constraint.diagnostics).toEqual([]);
  const converted: Conversion = applyConstraint(evaluated(value).value, constraint.value);
  return "value" in converted
    ? `${describeValue(converted.value)}: ${typeText(converted.value.type)}`
    : mismatchText(converted.mismatch);
}

describe("a value becomes what a constraint asks for", () => {
  test.each([
    ["12", "string", '"12": string'],
    ['"12"', "number", "12: number"],
    ['"true"', "bool", "true: bool"],
    ["[1, true]", "any", "[1, true]: tuple([number, bool])"],
    ["[1, 2]", "list(string)", '["1", "2"]: list(string)'],
    ["[2, 1, 2]", "set(number)", "[1, 2]: set(number)"],
    ['[1, "a"]', "list(any)", '["1", "a"]: list(string)'],
    ["[]", "list(any)", "[]: list(any)"],
    ["{a = 1}", "map(string)", '{ a = "1" }: map(string)'],
    ["{a = [], b = [1]}", "map(list(string))", '{ a = [], b = ["1"] }: map(list(string))'],
    ["[1, 2]", "tuple([string, number])", '["1", 2]: tuple([string, number])'],
    ["{a = 1, extra = 2}", "object({ a = string })", '{ a = "1" }: object({ a = string })'],
    ["{}", "object({ a = optional(string) })", "{ a = null }: object({ a = string })"],
    ["{}", 'object({ a = optional(string, "x") })', '{ a = "x" }: object({ a = string })'],
    ["{a = null}", 'object({ a = optional(string, "x") })', '{ a = "x" }: object({ a = string })'],
    [
      "[{}, {beds = 3}]",
      "list(object({ beds = optional(number, 2) }))",
      "[{ beds = 2 }, { beds = 3 }]: list(object({ beds = number }))",
    ],
    [
      "{north = {}}",
      "map(object({ beds = optional(number, 2) }))",
      "{ north = { beds = 2 } }: map(object({ beds = number }))",
    ],
    [
      "{}",
      "object({ ward = optional(object({ beds = optional(number, 2) }), {}) })",
      "{ ward = { beds = 2 } }: object({ ward = object({ beds = number }) })",
    ],
    ["null", "list(string)", "null: list(string)"],
  ])("%s as %s", (value, type, expected) => {
    expect(shownConversion(value, type)).toBe(expected);
  });

  test.each([
    ['"lynx"', "number", "a number is required, and this string does not write one"],
    ['"True"', "bool", 'a bool is required: of strings, only "true" and "false" are taken, in lower case'],
    ["[]", "string", "a string is required, not a tuple"],
    ['["a"]', "list(number)", "at [0], a number is required, and this string does not write one"],
    ["[[1], 2]", "list(any)", "all elements of a list must be of one type"],
    [
      "{tags = {site = []}}",
      "object({ tags = map(string) })",
      'at .tags["site"], a string is required, not a tuple',
    ],
    ["{}", "object({ a = string, b = string, c = number })", 'attributes "a", "b" and "c" are required'],
    ["[1]", "tuple([number, number])", "a tuple of length 2 is required, not one of length 1"],
    ["5", "list(string)", "a list of string is required, not a number"],
  ])("%s is no %s", (value, type, expected) => {
    expect(shownConversion(value, type)).toBe(expected);
  });
});

describe("what is no type is refused where it stands", () => {
  test.each([
    ["strin", "strin", "Did you mean string?"],
    ['"string"', '"string"', "without quotes"],
    ["list", "list", "list(string)"],
    ["list()", "list()", "list(string)"],
    ["object(string)", "object(string)", "object({ name = string })"],
    ["optional(string)", "optional(string)", "directly within object"],
    ["list(5)", "5", "not a value"],
    ["object({ a = strng, b = nmber })", "strng", "Did you mean string?"],
  ])("%s", (type, place, detail) => {
    const [first] = typeConstraint(expressionOf(type)).diagnostics;
    expect(first?.code).toBe("invalid-type");
    expect(type.slice(first?.span?.start, first?.span?.end)).toBe(place);
    expect(first?.detail).toContain(detail);
  });

  test("a default that does not fit is refused too", () => {
    const { diagnostics } = typeConstraint(expressionOf('object({ beds = optional(number, "many") })'));
    expect(diagnostics.map(({ code }) => code)).toEqual(["invalid-default"]);
  });
});

test("a reference in a default has nothing to refer to", () => {
  const { diagnostics } = evaluate(expressionOf("var.site"), { variables: new Map() });
  expect(diagnostics.map(({ code, detail }) => [code, detail])).toEqual([
    ["unknown-reference", "References cannot be used here: write the value itself."],
  ]);
});
