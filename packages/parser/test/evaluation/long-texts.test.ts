import { expect, test } from "vitest";
import {
  evaluate,
  numberValue,
  parseExpression,
  standardFunctions,
  stringValue,
  tupleValue,
  type FunctionDefinition,
  type Value,
} from "../../src/index.ts";
import { scopeWith, shown } from "./evaluated.ts";

type Parameter = FunctionDefinition["parameters"][number];

/** Read in the square of its length, one of these texts would take longer than a test may. */
const length = 150_000;

/** Those that libraries read, which take a microsecond or more for each character. */
const readByLibraries = new Set(["csvdecode", "regex", "regexall", "yamldecode"]);

const repeated = [
  "1",
  "0",
  "1.",
  "1h",
  "a",
  "a=",
  ":",
  ".",
  "/",
  "[",
  "{",
  "<<",
  "${",
  "\\",
  '"',
  "'",
  "\n",
  "\r\n",
  " ",
  "é",
];

/** Each thing repeated, alone, with an end that it does not lead to, and behind what makes it begin something. */
const texts = (name: string): readonly string[] =>
  repeated.flatMap((each) => {
    const text = each.repeat((readByLibraries.has(name) ? length / 5 : length) / each.length);
    return [text, `${text}!`, `%${text}!`, `a${text}a`];
  });

const usual: Readonly<Record<string, string>> = {
  encoding: "UTF-8",
  format: "%s",
  prefix: "10.0.0.0/8",
  time: "2026-03-01T09:30:00Z",
  timestamp: "2026-03-01T09:30:00Z",
  timestamp_a: "2026-03-01T09:30:00Z",
  timestamp_b: "2026-03-01T09:30:00Z",
};

/** What stands for the parameters that are not looked at. */
function usualValue({ name, type }: Parameter): Value {
  if (type.kind === "list" || type.kind === "set") return tupleValue([stringValue("lynx")]);
  return type.kind === "number" ? numberValue(1) : stringValue(usual[name] ?? "lynx");
}

// Of most kinds a text becomes what is wanted only by being read.
const textual = new Set(["string", "number", "bool", "dynamic"]);

const cases = [...standardFunctions].flatMap(([name, { parameters, rest }]) => {
  const all = rest === undefined ? parameters : [...parameters, rest];
  return all.flatMap((parameter, index) =>
    textual.has(parameter.type.kind) ? [{ name, all, parameter: parameter.name, index }] : [],
  );
});

test.each(cases)("$name reads a long $parameter once", ({ name, all, index }) => {
  const names = all.map((_, at) => `given${at}`);
  const { value: expression } = parseExpression({
    name: "main.wf.hcl",
    text: `${name}(${names.join(", ")})`,
  });
  for (const text of texts(name)) {
    const values = all.map((each, at) => (at === index ? stringValue(text) : usualValue(each)));
    const variables = Object.fromEntries(values.map((each, at) => [`given${at}`, each]));
    expect(() => evaluate(expression, scopeWith(variables))).not.toThrow();
  }
});

test("yamldecode holds no key against all before it", () => {
  const keys = Array.from({ length: 80_000 }, (_, at) => `lynx${at}: 1\n`);
  const source = stringValue(keys.join(""));
  expect(shown("length(yamldecode(source))", { source })).toBe("80000");
});
