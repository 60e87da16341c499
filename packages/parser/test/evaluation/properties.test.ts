import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  convert,
  describeValue,
  equalValues,
  evaluate,
  fromPlain,
  nullValue,
  numberType,
  parseExpression,
  sensitive,
  setType,
  setValue,
  standardFunctions,
  stringType,
  stringValue,
  toPlain,
  tupleValue,
  unknownValue,
  type Plain,
} from "../../src/index.ts";
import { evaluated, scopeWith } from "./evaluated.ts";

const secretText = "x7Q9-zebra-5150";

const variables = {
  secret: sensitive(stringValue(secretText)),
  secrets: tupleValue([sensitive(stringValue(secretText)), stringValue("open")]),
  hidden: sensitive(fromPlain({ [secretText]: secretText, nested: [secretText] })),
  later: unknownValue(),
  site: unknownValue(stringType),
  nothing: nullValue(),
  wards: fromPlain([
    { name: "north", beds: 12 },
    { name: "south", beds: 0.5 },
  ]),
};

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(
      ...Object.keys(variables),
      "1",
      "0",
      "-2.5",
      "true",
      "false",
      "null",
      '"lynx"',
      '""',
      '"s/S/"',
      "[]",
      "{}",
    ),
    fc
      .tuple(
        tie("expression"),
        fc.constantFrom("+", "-", "*", "/", "%", "==", "!=", "<", ">=", "&&", "||"),
        tie("expression"),
      )
      .map((each) => each.join(" ")),
    tie("expression").map((each) => `(${each})`),
    tie("expression").map((each) => `!(${each})`),
    tie("expression").map((each) => `"a \${${each}} b"`),
    tie("expression").map((each) => `(${each}).name`),
    tie("expression").map((each) => `(${each})[*].name`),
    fc.tuple(tie("expression"), tie("expression")).map(([source, key]) => `(${source})[${key}]`),
    fc
      .tuple(tie("expression"), tie("expression"), tie("expression"))
      .map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
    fc.array(tie("expression"), { maxLength: 3 }).map((each) => `[${each.join(", ")}]`),
    fc.tuple(tie("expression"), tie("expression")).map(([key, value]) => `{(${key}) = ${value}, a = 1}`),
    fc
      .tuple(tie("expression"), tie("expression"), tie("expression"))
      .map(([c, v, i]) => `[for k, v in (${c}) : [k, v, ${v}] if ${i}]`),
    fc
      .tuple(tie("expression"), tie("expression"), tie("expression"))
      .map(([c, k, v]) => `{for k, v in (${c}) : (${k}) => ${v}}`),
    fc
      .tuple(tie("expression"), tie("expression"))
      .map(([c, i]) => `"%{ for x in ${c} }\${x}%{ if ${i} }y%{ endif }%{ endfor }"`),
    fc
      .tuple(
        fc.constantFrom(...[...standardFunctions.keys()].filter((name) => name !== "nonsensitive")),
        fc.array(tie("expression"), { maxLength: 3 }),
        fc.constantFrom("", "..."),
      )
      .map(([name, given, dots]) => `${name}(${given.join(", ")}${given.length > 0 ? dots : ""})`),
  ),
}));

test("evaluation never throws, and what is sensitive is in nothing that can be printed", () => {
  fc.assert(
    fc.property(expression, (text) => {
      const parsed = parseExpression({ name: "main.wf.hcl", text });
      const { value, diagnostics } = evaluate(parsed.value, scopeWith(variables));
      expect(describeValue(value)).not.toContain(secretText);
      expect(
        JSON.stringify(diagnostics.map(({ summary, detail, values }) => [summary, detail, values])),
      ).not.toContain(secretText);
    }),
    { numRuns: 3000 },
  );
});

const plain: fc.Arbitrary<Plain> = fc
  .jsonValue()
  .map((each): Plain => JSON.parse(JSON.stringify(each).normalize("NFC"), (_, part: Plain) => part));

test("plain data comes back as it went in, through jsonencode and jsondecode too", () => {
  fc.assert(
    fc.property(plain, (data) => {
      const value = fromPlain(data);
      expect(JSON.parse(JSON.stringify(toPlain(value)))).toEqual(data);
      const { value: again } = evaluated("jsondecode(jsonencode(value)) == value", { value });
      expect(toPlain(again)).toBe(true);
    }),
  );
});

test("a set is the same in whatever order its elements are told, and as often", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (texts) => {
      const items = texts.map(stringValue);
      const one = setValue(stringType, items);
      const other = setValue(stringType, [...items.toReversed(), ...items]);
      expect(equalValues(one, other)).toBe(true);
      expect(describeValue(one)).toBe(describeValue(other));
    }),
  );
});

test("numbers survive as strings", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const value = fromPlain(number);
      const text = convert(value, stringType);
      const back = "value" in text ? convert(text.value, numberType) : text;
      expect("value" in back && equalValues(back.value, value)).toBe(true);
    }),
  );
});

test("conversion to a set of strings and back to a list keeps what is in it", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string().map((each) => each.normalize("NFC"))), (texts) => {
      const converted = convert(tupleValue(texts.map(stringValue)), setType(stringType));
      expect("value" in converted && toPlain(converted.value)).toEqual(texts.toSorted(compareCodePoints));
    }),
  );
});

function compareCodePoints(left: string, right: string): number {
  const [a, b] = [Array.from(left), Array.from(right)];
  const at = a.findIndex((each, index) => each !== b[index]);
  if (at === -1) return a.length - b.length;
  return (a[at]?.codePointAt(0) ?? -1) - (b[at]?.codePointAt(0) ?? -1);
}
