import { expect, test } from "vitest";
import {
  calledFunctions,
  describeValue,
  listType,
  listValue,
  mapType,
  nullValue,
  numberValue,
  objectType,
  objectValue,
  parse,
  sensitive,
  setValue,
  stringType,
  stringValue,
  tupleValue,
  unknownValue,
  type Value,
} from "../../src/index.ts";
import { evaluated, said, shown } from "./evaluated.ts";

const lynx = objectValue([
  ["name", stringValue("lynx")],
  ["weight", numberValue(12)],
]);

const variables: Readonly<Record<string, Value>> = {
  animal: lynx,
  animals: tupleValue([lynx, objectValue([["name", stringValue("wolf")]])]),
  names: listValue(stringType, [stringValue("lynx"), stringValue("wolf")]),
  tags: setValue(stringType, [stringValue("b"), stringValue("a")]),
  absent: nullValue(listType(stringType)),
  nothing: nullValue(),
  site: unknownValue(stringType),
  later: unknownValue(),
  laterList: unknownValue(listType(objectType([["name", stringType]]))),
  laterMap: unknownValue(mapType(stringType)),
};

test.each([
  ["1 + 2 * 3 - 4 / 8", "6.5"],
  ["0.1 + 0.2 == 0.3", "true"],
  ["1 / 3 * 3 == 1", "false"],
  ["-7 % 3", "-1"],
  ['"10" + 5', "15"],
  ['"12" > 7', "true"],
  ['1 == "1"', "false"],
  ["[1, {a = 2}] == [1, {a = 2}]", "true"],
  ["!true || false", "false"],
  ["{(animal.name) = 1, b = 2}", "{ b = 2, lynx = 1 }"],
  ["{a = 1, a = 2}", "{ a = 2 }"],
  ['animal["weight"]', "12"],
  ["animals[0].name", '"lynx"'],
  ["animals.1.name", '"wolf"'],
  ['names["1"]', '"wolf"'],
  ["[for each in animals : each.name]", '["lynx", "wolf"]'],
  ['[for i, name in names : "${i}-${name}" if i > 0]', '["1-wolf"]'],
  ["{for name in tags : name => upper(name)}", '{ a = "A", b = "B" }'],
  ["{for name in names : length(name) => name...}", '{ "4" = ["lynx", "wolf"] }'],
  ["animals[*].name", '["lynx", "wolf"]'],
  ["animal[*].name", '["lynx"]'],
  ["nothing[*].name", "[]"],
  ["tags[*]", '["a", "b"]'],
  ['true ? 1 : "x"', '"1"'],
  ["true ? null : 1", "null"],
  ['"${animal.weight} kg"', '"12 kg"'],
  ['"${animal.weight}"', "12"],
  ['"%{ if animal.weight > 10 }heavy%{ else }light%{ endif }"', '"heavy"'],
  ['"%{ for i, name in names }${i}${name} %{ endfor }"', '"0lynx 1wolf "'],
  ['site == "north"', "(known after apply)"],
  ['"at ${site}"', "(known after apply)"],
  ["false && later", "false"],
  ["[site, 1]", "[(known after apply), 1]"],
  ["later.anything[0][*].more", "(known after apply)"],
  ["laterList[*].name", "(known after apply)"],
  ["laterMap.north", "(known after apply)"],
  ["length([site])", "1"],
  ["upper(site)", "(known after apply)"],
])("%s is %s", (expression, expected) => {
  expect(shown(expression, variables)).toBe(expected);
});

test.each<[string, string, string, string | RegExp]>([
  ["anmal.name", "unknown-reference", "anmal", 'Did you mean "animal"?'],
  ["animal.weigth", "no-attribute", ".weigth", 'Did you mean "weight"?'],
  ["nothing.name", "no-attribute", ".name", "It is null, so it has no attributes."],
  ["names.first", "no-attribute", ".first", "It is a list of string"],
  [
    "animals.name",
    "no-attribute",
    ".name",
    "ask for one element's with [0].name or all elements' with [*].name",
  ],
  ["names[2]", "invalid-index", "[2]", "It has 2 elements, counted from 0."],
  ["names[-1]", "invalid-index", "[-1]", "negative"],
  ["names[0.5]", "invalid-index", "[0.5]", "fraction"],
  ["tags[0]", "invalid-index", "[0]", "no order"],
  ['animal["weigth"]', "invalid-index", '["weigth"]', 'Did you mean "weight"?'],
  ["absent[0]", "invalid-index", "[0]", "null"],
  ["1 + true", "invalid-operand", "true", "a number is required, not a bool"],
  ["nothing + 1", "invalid-operand", "nothing", "null"],
  ['!"lynx"', "invalid-operand", '"lynx"', "a bool is required"],
  ["1 / 0", "division-by-zero", "1 / 0", "conditional"],
  ["1e4000 * 1e4000", "number-too-large", "1e4000 * 1e4000", "digits"],
  ['"at ${nothing}"', "not-in-template", "${nothing}", "coalesce"],
  ['"at ${names}"', "not-in-template", "${names}", "join"],
  ["[for x in 5 : x]", "not-iterable", "5", "lists"],
  ["[for x in nothing : x]", "not-iterable", "nothing", "lists"],
  ["[for x in names : x if x]", "invalid-condition", "x", "a bool is required"],
  ["{for x in names : length(x) => x}", "duplicate-key", "length(x)", "..."],
  ["{for x in animals : x => x}", "invalid-object-key", "x", "a string is required"],
  ["absent[*]", "splat-of-null", "absent", "null"],
  ["true ? 1 : [1]", "inconsistent-conditional", "1 : [1]", "The first is a number, the second a tuple"],
  ["nothing ? 1 : 2", "invalid-condition", "nothing", "null"],
  ["{animal.name = 1}", "ambiguous-object-key", "animal.name", "(animal.name)"],
  ['uper("x")', "unknown-function", "uper", 'Did you mean "upper"?'],
  ["lower(names...)", "surplus-argument", "names", "at most 1"],
  ["max(animal...)", "invalid-expansion", "animal", "list"],
])("%s is %s at %s", (expression, code, place, detail) => {
  const [first, ...more] = said(expression, variables);
  expect(more.filter(([each]) => each !== code)).toEqual([]);
  expect(first?.slice(0, 2)).toEqual([code, place]);
  expect(first?.[2]).toContain(detail);
});

test("a diagnostic tells what the references stood for, sensitive ones masked", () => {
  const { diagnostics } = evaluated("animal.weight + token + site + count", {
    ...variables,
    token: sensitive(stringValue("s3cr3t")),
    count: tupleValue([]),
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(["invalid-operand", "invalid-operand"]);
  expect(diagnostics.flatMap(({ values }) => values)).toEqual([
    { traversal: "token", value: "(sensitive value)" },
    { traversal: "count", value: "[]" },
  ]);
});

test("what fails at several places is said at each of them", () => {
  expect(said("[one, two.three, 1 + true]").map(([code]) => code)).toEqual([
    "unknown-reference",
    "unknown-reference",
    "invalid-operand",
  ]);
});

const secret = {
  token: sensitive(stringValue("s3cr3t")),
  pair: tupleValue([stringValue("open"), sensitive(stringValue("s3cr3t"))]),
};

test.each([
  ['"x${token}"', "(sensitive value)"],
  ["[token, 1]", "[(sensitive value), 1]"],
  ["pair[0]", '"open"'],
  ["pair[1]", "(sensitive value)"],
  ["length(token)", "(sensitive value)"],
  ["length(pair)", "2"],
  ['join(",", pair)', "(sensitive value)"],
  ["toset(pair)", "(sensitive value)"],
  ["merge({a = 1}, {b = token})", "{ a = 1, b = (sensitive value) }"],
  ["{(token) = 1}", "(sensitive value)"],
  ["[for each in pair : upper(each)]", '["OPEN", (sensitive value)]'],
  ['[for each in pair : each if each != "open"]', "(sensitive value)"],
  ['token == "s3cr3t"', "(sensitive value)"],
  ["false ? token : 1", "(sensitive value)"],
  ["token != null && true", "(sensitive value)"],
  ['can(regex("^s", token)) ? 1 : 2', "(sensitive value)"],
  ['try([tonumber(token), "digits"][1], "letters")', "(sensitive value)"],
  ["try(pair[0], token)", '"open"'],
  ['[for c in ["a", "s"] : c if can(regex("^${c}", token))]', "(sensitive value)"],
  ['"%{ for each in pair }${each}%{ endfor }"', "(sensitive value)"],
  ["nonsensitive(token)", '"s3cr3t"'],
])("sensitivity travels: %s is %s", (expression, expected) => {
  expect(shown(expression, secret)).toBe(expected);
});

test.each([
  ["tonumber(token)", secret],
  ["{(token) = 1}.other", secret],
  ["{for each in [1, 2] : token => each}", secret],
  ["true ? {(token) = 1} : {a = [1]}", secret],
  ["tomap({(token) = [], a = 1})", secret],
  ["{a = 1}[token]", secret],
  ["lookup({}, token)", secret],
  ['regex(token, "x")', secret],
  ["parseint(token, 10)", secret],
  ["file(token)", secret],
])("the diagnostics of %s do not show the secret", (expression, given) => {
  const { diagnostics } = evaluated(expression, given);
  expect(diagnostics).not.toEqual([]);
  for (const { summary, detail, values } of diagnostics)
    expect(JSON.stringify([summary, detail, values])).not.toContain("s3cr3t");
});

test("values within values go only so deep", () => {
  let value: Value = stringValue("ha");
  for (let depth = 1; depth < 500; depth += 1) value = tupleValue([value]);
  expect(evaluated("[value]", { value }).diagnostics.map(({ code, summary }) => [code, summary])).toEqual([
    ["limit-exceeded", "Evaluation went beyond its limit of depth"],
  ]);
});

test("what doubles at every step is stopped before it is made", () => {
  let value: Value = stringValue("ha");
  let steps = 0;
  for (; steps < 64; steps += 1) {
    const { value: next, diagnostics } = evaluated("[last, last]", { last: value });
    if (diagnostics.length > 0) break;
    value = next;
  }
  expect(steps).toBe(18);
  expect(describeValue(value).length).toBeLessThan(200);
});

test("the functions that a configuration calls can be told before it is evaluated", () => {
  const { body } = parse({
    name: "main.wf.hcl",
    text: 'workforce "radiology" {\n  tags = { a = "${upper(lower("x"))}%{ if can(1) }%{ endif }" }\n  b { c = [for x in [1] : regex("a", x)] }\n}\n',
  }).value;
  expect([...calledFunctions(body)].toSorted()).toEqual(["can", "lower", "regex", "upper"]);
});
