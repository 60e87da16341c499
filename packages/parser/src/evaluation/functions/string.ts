import { eager, FunctionFailure, type FunctionDefinition, type Parameter } from "../function-definition.ts";
import { checkSize, checkTextLength, limits } from "../limits.ts";
import { boolType, dynamicType, listType, numberType, stringType, type Type } from "../types.ts";
import { boolValue, listValue, stringValue, type Value } from "../value.ts";
import { textOf, textsOf, wholeOf } from "./arguments.ts";
import { characters } from "./characters.ts";
import { formatText } from "./format.ts";
import { formatLists } from "./format-list.ts";
import { withoutEnd } from "./without-end.ts";

const text: Parameter = { name: "string", type: stringType };

function ofTexts(
  description: string,
  more: readonly string[],
  make: (text: string, ...more: string[]) => string,
): FunctionDefinition {
  return eager({
    description,
    parameters: [text, ...more.map((name): Parameter => ({ name, type: stringType }))],
    result: stringType,
    call: (values) => made(make(textOf(values, 0), ...more.map((_, index) => textOf(values, index + 1)))),
  });
}

function asking(
  description: string,
  part: string,
  ask: (text: string, part: string) => boolean,
): FunctionDefinition {
  return eager({
    description,
    parameters: [text, { name: part, type: stringType }],
    result: boolType,
    call: (values) => boolValue(ask(textOf(values, 0), textOf(values, 1))),
  });
}

/** The functions of strings. */
export const stringFunctions = {
  chomp: ofTexts("The text without newlines at its end.", [], (given) => withoutEnd(given, "\r\n")),
  endswith: asking("Whether the text ends with another.", "suffix", (given, part) => given.endsWith(part)),
  format: eager({
    description: "A text made after a pattern: %s, %d, %q, %v and their kin.",
    parameters: [{ name: "format", type: stringType }],
    rest: { name: "args", type: dynamicType, nullable: true },
    result: stringType,
    call: (values) => made(formatText(textOf(values, 0), values.slice(1))),
  }),
  formatlist: eager({
    description: "A list of texts made after one pattern, a round for each element of the lists given.",
    parameters: [{ name: "format", type: stringType }],
    rest: { name: "args", type: dynamicType, nullable: true },
    result: listType(stringType),
    call: (values) => formatLists(textOf(values, 0), values.slice(1)),
  }),
  indent: eager({
    description: "The text with every line but the first indented.",
    parameters: [{ name: "spaces", type: numberType }, text],
    result: stringType,
    call: (values) => {
      const spaces = wholeOf(values, 0);
      if (spaces < 0) throw new FunctionFailure(0, "the number of spaces must not be negative");
      const lines = textOf(values, 1).split("\n");
      checkTextLength(lines.length * spaces);
      return made(lines.join(`\n${" ".repeat(spaces)}`));
    },
  }),
  join: eager({
    description: "The texts of the lists, with a separator between them.",
    parameters: [{ name: "separator", type: stringType }],
    rest: { name: "lists", type: listType(stringType) },
    result: stringType,
    call: (values) => {
      if (values.length < 2)
        throw new FunctionFailure(0, "at least one list is required after the separator");
      const parts = values.slice(1).flatMap((_, index) => textsOf(values, index + 1));
      const separator = textOf(values, 0);
      checkTextLength(parts.reduce((length, each) => length + each.length + separator.length, 0));
      return made(parts.join(separator));
    },
  }),
  lower: ofTexts("The text in lower case.", [], (given) =>
    eachLetter(given, (letter) => letter.toLowerCase()),
  ),
  split: eager({
    description: "The parts of a text between separators.",
    parameters: [{ name: "separator", type: stringType }, text],
    result: listType(stringType),
    call: (values) => {
      const [separator, given] = [textOf(values, 0), textOf(values, 1)];
      return texts(separator === "" ? Array.from(given) : given.split(separator, limits.size + 1));
    },
  }),
  startswith: asking("Whether the text begins with another.", "prefix", (given, part) =>
    given.startsWith(part),
  ),
  strcontains: asking("Whether the text holds another.", "substr", (given, part) => given.includes(part)),
  strrev: ofTexts("The text from its end to its beginning.", [], (given) =>
    characters(given).toReversed().join(""),
  ),
  substr: eager({
    description:
      "A part of a text: from an offset (negative ones count from the end), so many characters (-1: all).",
    parameters: [text, { name: "offset", type: numberType }, { name: "length", type: numberType }],
    result: stringType,
    call: (values) => {
      const all = characters(textOf(values, 0));
      const [offset, length] = [wholeOf(values, 1), wholeOf(values, 2)];
      const start = Math.max(0, offset < 0 ? all.length + offset : offset);
      return made(all.slice(start, length < 0 ? undefined : start + length).join(""));
    },
  }),
  title: ofTexts("The text with the first letter of each word in upper case.", [], (given) =>
    given.replace(/(?<![\p{L}\p{N}_])\p{L}/gu, (letter) => oneOr(letter, letter.toUpperCase())),
  ),
  trim: ofTexts("The text without any of these characters at its ends.", ["cutset"], (given, cutset = "") =>
    trimmed(given, new Set(cutset)),
  ),
  trimprefix: ofTexts("The text without this beginning.", ["prefix"], (given, prefix = "") =>
    given.startsWith(prefix) ? given.slice(prefix.length) : given,
  ),
  trimspace: ofTexts("The text without white space at its ends.", [], (given) => trimmed(given, whiteSpace)),
  trimsuffix: ofTexts("The text without this end.", ["suffix"], (given, suffix = "") =>
    suffix !== "" && given.endsWith(suffix) ? given.slice(0, -suffix.length) : given,
  ),
  upper: ofTexts("The text in upper case.", [], (given) =>
    eachLetter(given, (letter) => letter.toUpperCase()),
  ),
} satisfies Record<string, FunctionDefinition>;

/** A string result, within the limits. */
export function made(result: string): Value {
  checkTextLength(result.length);
  return stringValue(result);
}

/** A list of strings. */
export function texts(items: readonly string[], element: Type = stringType): Value {
  checkSize(items.length);
  return listValue(element, items.map(stringValue));
}

/** Maps letter by letter, as Go does: ß stays, for its capital would be two letters. */
function eachLetter(given: string, map: (letter: string) => string): string {
  return Array.from(given, (letter) => oneOr(letter, map(letter))).join("");
}

function oneOr(letter: string, mapped: string): string {
  return Array.from(mapped).length === 1 ? mapped : letter;
}

const whiteSpace = new Set(
  "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
);

function trimmed(given: string, cut: ReadonlySet<string>): string {
  const letters = Array.from(given);
  const start = letters.findIndex((each) => !cut.has(each));
  const end = letters.findLastIndex((each) => !cut.has(each));
  return start === -1 ? "" : letters.slice(start, end + 1).join("");
}
