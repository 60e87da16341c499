import { expect, test } from "vitest";
import { fromPlain, numberValue, stringValue, tupleValue, type Value } from "../../src/index.ts";
import { evaluated, said } from "./evaluated.ts";

const blanks = stringValue(" ".repeat(100_000));
const lines = stringValue("lynx\n".repeat(1_000_000));

function nested(depth: number, inner: Value): Value {
  let value = inner;
  for (let level = 0; level < depth; level += 1) value = tupleValue([value]);
  return value;
}

const variables: Readonly<Record<string, Value>> = {
  blanks,
  lines,
  long: stringValue("lynx".repeat(4_000_000)),
  deepLines: nested(400, lines),
  deepList: nested(400, fromPlain(Array.from({ length: 100_000 }, () => 1))),
  texts: tupleValue(Array.from({ length: 1000 }, () => blanks)),
  // Numbers of three digits that are thousands of characters when they are written out.
  numbers: tupleValue(Array.from({ length: 10_000 }, (_, at) => numberValue(BigInt(at) * 10n ** 4900n))),
};

test.each([
  ["format of widths", "text", 'format("%9000000s%9000000s", "a", "b")'],
  ["formatlist", "text", 'formatlist("%1000000s", range(1000))'],
  ["replace", "text", 'replace(blanks, " ", blanks)'],
  ["replace of nothing", "text", 'replace(blanks, "", blanks)'],
  ["replace of a pattern", "text", 'replace(blanks, "/ /", blanks)'],
  ["replace by captures", "text", `replace(blanks, "/.*/", "${"$0".repeat(1000)}")`],
  ["indent", "text", "indent(1000, lines)"],
  ["join of a long separator", "text", 'join(blanks, split("", blanks))'],
  ["join of long texts", "text", 'join("", texts)'],
  ["jsonencode", "text", 'jsonencode([long, "lynx"])'],
  ["yamlencode of lines deep within", "text", "yamlencode(deepLines)"],
  ["yamlencode of a list deep within", "text", "yamlencode(deepList)"],
  ["yamlencode of long texts", "text", "yamlencode(texts)"],
  ["urlencode", "text", 'urlencode(replace(long, "l", "é"))'],
  ["base64encode", "text", "base64encode(long)"],
  ["a template", "text", '"${long}${long}"'],
  ["a template's loop", "text", '"%{ for each in texts }${each}${each}%{ endfor }"'],
  ["split", "size", 'split("n", lines)'],
  ["split of nothing", "size", 'split("", lines)'],
  [
    "regexall with captures",
    "size",
    `regexall("${"(".repeat(990)}l${")".repeat(990)}", replace(substr(lines, 0, 5100), "ynx\\n", ""))`,
  ],
  ["jsondecode", "size", 'jsondecode(format("[%s1]", replace(lines, "lynx\\n", "1,1,")))'],
  ["setproduct", "size", "setproduct([for a in range(1000) : a], [for b in range(1000) : b])"],
  [
    "loops within loops",
    "steps",
    "[for a in range(1000) : [for b in range(1000) : length([for c in range(1000) : 0])]]",
  ],
  ["a search for a long pattern", "steps", `regex("${"l?".repeat(20_000)}", long)`],
  ["captures of many matches", "steps", `regexall("${"(".repeat(200)}l${")".repeat(200)}", lines)`],
  ["searches that may each go through the whole text", "steps", 'replace(lines, "/l/", "L")'],
  ["texts, which weigh what they hold", "steps", "[for a in range(1000) : reverse(texts)]"],
] as const)("%s keeps the limit of %s", (_, limit, expression) => {
  const [first, ...more] = evaluated(expression, variables).diagnostics;
  expect(more).toEqual([]);
  expect([first?.code, first?.summary]).toEqual([
    "limit-exceeded",
    `Evaluation went beyond its limit of ${limit}`,
  ]);
});

test.each(['join(",", numbers)', '[for each in [numbers] : formatlist("%s", each)]', "sort(numbers)"])(
  "numbers that are long texts are not written out by %s",
  (expression) => {
    expect(said(expression, variables).map(([code]) => code)).not.toEqual([]);
  },
);
