import { expect, test } from "vitest";
import { toPlain } from "../../src/index.ts";
import { evaluated, said, shown } from "./evaluated.ts";

test.each([
  ['base64encode("Hello World")', '"SGVsbG8gV29ybGQ="'],
  ['base64decode("SGVsbG8gV29ybGQ=")', '"Hello World"'],
  ['base64decode("SGVs\\r\\nbG8=\\n")', '"Hello"'],
  ['base64decode("")', '""'],
  ['csvdecode("a,b\\n1,\\"x, y\\"\\n3,4\\n")', '[{ a = "1", b = "x, y" }, { a = "3", b = "4" }]'],
  ['jsondecode("{\\"hello\\": [1.50, null, true]}")', "{ hello = [1.5, null, true] }"],
  ['jsondecode("3.14159265358979323846264338327950288")', "3.14159265358979323846264338327950288"],
  ['jsondecode("{\\"__proto__\\": 1, \\"constructor\\": 2}")', "{ __proto__ = 1, constructor = 2 }"],
  [
    'jsonencode({b = [1, null], a = "<x> & y"})',
    '"{\\"a\\":\\"\\\\u003cx\\\\u003e \\\\u0026 y\\",\\"b\\":[1,null]}"',
  ],
  ['jsonencode({__proto__ = "lynx"})', '"{\\"__proto__\\":\\"lynx\\"}"'],
  ['textencodebase64("Hé", "UTF-16LE")', '"SADpAA=="'],
  ['textdecodebase64("SADpAA==", "UTF-16LE")', '"Hé"'],
  ['textencodebase64("é", "ISO-8859-1")', '"6Q=="'],
  ['urlencode("Hello World!&é*")', '"Hello+World%21%26%C3%A9%2A"'],
  ['yamldecode("hello: world\\nn: [1, 2.5, ~, true]")', '{ hello = "world", n = [1, 2.5, null, true] }'],
  ['yamldecode("a: &x {k: 1}\\nb: {<<: *x, m: 2}")', "{ a = { k = 1 }, b = { k = 1, m = 2 } }"],
  ['yamldecode("")', "null"],
])("%s is %s", (expression, expected) => {
  expect(shown(expression)).toBe(expected);
});

test.each([
  ['{foo = [1, 2, 3], bar = "baz"}', '"bar": "baz"\n"foo":\n- 1\n- 2\n- 3\n'],
  [
    '{foo = {bar = "x", baz = [{a = 1, b = 2}, []]}}',
    '"foo":\n  "bar": "x"\n  "baz":\n  - "a": 1\n    "b": 2\n  - []\n',
  ],
  ['"lynx"', '"lynx"\n'],
  ["[[1, 2], {}]", "- - 1\n  - 2\n- {}\n"],
  ['{text = "one\\ntwo\\n"}', '"text": |\n  one\n  two\n'],
])("yamlencode(%s) is as Terraform writes it, and reads as the same again", (value, expected) => {
  expect(toPlain(evaluated(`yamlencode(${value})`).value)).toBe(expected);
  expect(shown(`yamldecode(yamlencode(${value})) == ${value}`)).toBe("true");
});

test.each([
  ['base64decode("%%")', "invalid-argument", '"%%"'],
  ['base64decode("SGVsbG8")', "invalid-argument", '"SGVsbG8"'],
  ['base64decode("SGVsbA=====")', "invalid-argument", '"SGVsbA====="'],
  ['base64decode("SG==bG8=")', "invalid-argument", '"SG==bG8="'],
  ['base64decode("/w==")', "invalid-argument", '"/w=="'],
  ['csvdecode("a,a\\n1,2")', "invalid-argument", '"a,a\\n1,2"'],
  ['csvdecode("a,b\\n1")', "invalid-argument", '"a,b\\n1"'],
  ['jsondecode("{")', "invalid-argument", '"{"'],
  ['jsondecode("")', "invalid-argument", '""'],
  ['textdecodebase64("AA==", "KLINGON")', "invalid-argument", '"KLINGON"'],
  ['textencodebase64("☃", "US-ASCII")', "invalid-argument", '"☃"'],
  ['yamldecode("a: {b: 1, b: 2}")', "invalid-argument", '"a: {b: 1, b: 2}"'],
  ['yamldecode("a: [")', "invalid-argument", '"a: ["'],
  ['yamldecode("a: 1\\n---\\nb: 2")', "invalid-argument", '"a: 1\\n---\\nb: 2"'],
])("%s is refused as %s at %s", (expression, code, place) => {
  expect(said(expression).map(([code, place]) => [code, place])).toEqual([[code, place]]);
});
