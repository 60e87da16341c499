import { expect, test } from "vitest";
import { said, shown } from "./evaluated.ts";

test.each([
  ['chomp("lynx\\r\\n\\n")', '"lynx"'],
  ['endswith("lynx pardinus", "dinus")', "true"],
  ['startswith("lynx pardinus", "Lynx")', "false"],
  ['strcontains("radiology", "diol")', "true"],
  ['format("%s reads %d scans", "Ada", 12)', '"Ada reads 12 scans"'],
  ['format("%5.2f|%-6s|%06d|%+d", 3.14159, "ct", 42, 7)', '" 3.14|ct    |000042|+7"'],
  ['format("%x %X %o %b %#x", 255, 255, 8, 5, 255)', '"ff FF 10 101 0xff"'],
  [
    'format("%q %v %#v", "a\\"b", [1, true], {b = 2, a = "x"})',
    '"\\"a\\\\\\"b\\" [1,true] {\\"a\\":\\"x\\",\\"b\\":2}"',
  ],
  ['format("%t %%", true)', '"true %"'],
  ['format("%[2]s %[1]s", "a", "b")', '"b a"'],
  ['format("%e %g %g", 1234.5, 1234.5, 0.00001)', '"1.234500e+03 1234.5 1e-05"'],
  ['format("%v", null)', '"null"'],
  ['format("%s", 1.5)', '"1.5"'],
  ['formatlist("%s-%d", ["ct", "mr"], [1, 2])', '["ct-1", "mr-2"]'],
  ['formatlist("%s at %s", ["ct", "mr"], "north")', '["ct at north", "mr at north"]'],
  ['indent(2, "[\\n  a,\\n]")', '"[\\n    a,\\n  ]"'],
  ['join(", ", ["lynx", "wolf"], ["bear"])', '"lynx, wolf, bear"'],
  ['join("-", [])', '""'],
  ['lower("ÉLAN ΟΔΟΣ")', '"élan οδοσ"'],
  ['upper("straße élan")', '"STRAßE ÉLAN"'],
  ['replace("1 + 2 + 3", "+", "-")', '"1 - 2 - 3"'],
  ['replace("hello world", "/w.*d/", "everybody")', '"hello everybody"'],
  ['replace("ct-01", "/(?P<kind>[a-z]+)-(\\\\d+)/", "$2 $${kind}")', '"01 ct"'],
  ['split(",", "ct,mr,us")', '["ct", "mr", "us"]'],
  ['split("", "aé")', '["a", "é"]'],
  ['split(",", "")', '[""]'],
  ['strrev("a☃")', '"☃a"'],
  ['substr("hello world", 1, 4)', '"ello"'],
  ['substr("🤔🤷", 0, 1)', '"🤔"'],
  ['substr("hello world", -5, -1)', '"world"'],
  ['substr("hello world", 6, 10)', '"world"'],
  ['title("hello wildlife park")', '"Hello Wildlife Park"'],
  ['trim("?!hello?!", "!?")', '"hello"'],
  ['trimprefix("helloworld", "hello")', '"world"'],
  ['trimsuffix("helloworld", "world")', '"hello"'],
  ['trimspace("  hello\\n\\n")', '"hello"'],
  ['regex("[a-z]+", "53453453.345345aaabbbccc23454")', '"aaabbbccc"'],
  ['regex("(\\\\d\\\\d\\\\d\\\\d)-(\\\\d\\\\d)", "2019-02-01")', '["2019", "02"]'],
  [
    'regex("^(?:(?P<scheme>[^:/?#]+):)?(?://(?P<authority>[^/?#]*))?", "https://idp.example.com/x")',
    '{ authority = "idp.example.com", scheme = "https" }',
  ],
  ['regex("a(b)?", "ac")', "[null]"],
  ['regexall("[a-z]+", "1234abcd5678efgh9")', '["abcd", "efgh"]'],
  ['length(regexall("[a-z]+", "123"))', "0"],
])("%s is %s", (expression, expected) => {
  expect(shown(expression)).toBe(expected);
});

test.each([
  ['format("%d", "lynx")', "invalid-argument", '"lynx"'],
  ['format("%s %s", "lynx")', "invalid-argument", '"%s %s"'],
  ['format("%s", "lynx", "wolf")', "invalid-argument", '"wolf"'],
  ['format("%z", 1)', "invalid-argument", '"%z"'],
  ['formatlist("%s", ["a"], ["b", "c"])', "invalid-argument", '["b", "c"]'],
  ['join(",")', "invalid-argument", '","'],
  ['join(",", ["lynx", null])', "invalid-argument", '["lynx", null]'],
  ['indent(-1, "x")', "invalid-argument", "-1"],
  ['regex("[", "x")', "invalid-argument", '"["'],
  ['regex("(?=x)", "x")', "invalid-argument", '"(?=x)"'],
  ['regex("x", "lynz")', "invalid-argument", '"lynz"'],
  ['substr("lynx", 0.5, 1)', "invalid-argument", "0.5"],
])("%s is refused as %s at %s", (expression, code, place) => {
  expect(said(expression).map(([code, place]) => [code, place])).toEqual([[code, place]]);
});
