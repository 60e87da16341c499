import {
  eager,
  FunctionFailure,
  type FunctionDefinition,
  type Surroundings,
} from "../function-definition.ts";
import { checkSize, checkTextLength } from "../limits.ts";
import { dynamicType, listType, stringType, type Type } from "../types.ts";
import { listValue, nullValue, objectValue, stringValue, tupleValue, type Value } from "../value.ts";
import { textOf } from "./arguments.ts";
import { library } from "./library.ts";
import { made } from "./string.ts";

/** RE2's own semantics: no look-around, no back-references, and time linear in the text. */
export const regexLibrary = library(async () => (await import("re2js")).RE2JS);

const pattern = { name: "pattern", type: stringType };
const text = { name: "string", type: stringType };

/** The functions of regular expressions. */
export const regexFunctions = {
  regex: eager({
    description: "What a regular expression matches: the match, or its captures as a list or an object.",
    parameters: [pattern, text],
    result: dynamicType,
    call: (values, { spend }) => {
      const expression = compiled(textOf(values, 0));
      const first = matchesIn(textOf(values, 1), expression, spend).next();
      if (first.done === true) throw new FunctionFailure(1, "the pattern does not match any part of it");
      return capture(first.value, expression);
    },
  }),
  regexall: eager({
    description: "Everything that a regular expression matches, as a list.",
    parameters: [pattern, text],
    result: listType(dynamicType),
    call: (values, { spend }) => {
      const expression = compiled(textOf(values, 0));
      const matches: Value[] = [];
      for (const matcher of matchesIn(textOf(values, 1), expression, spend)) {
        matches.push(capture(matcher, expression));
        checkSize(matches.length * (1 + matcher.groupCount()));
      }
      return listValue(matches[0]?.type ?? captureType(expression), matches);
    },
  }),
  replace: eager({
    description: "The text with each occurrence of a part, or of a /regular expression/, replaced.",
    parameters: [text, { name: "substr", type: stringType }, { name: "replace", type: stringType }],
    result: stringType,
    call: (values, { spend }) => {
      const [given, part, by] = [textOf(values, 0), textOf(values, 1), textOf(values, 2)];
      if (part.length > 1 && part.startsWith("/") && part.endsWith("/"))
        return made(replaceMatches(given, compiled(part.slice(1, -1), 1), by, spend));
      return made(replaceParts(given, part, by));
    },
  }),
} satisfies Record<string, FunctionDefinition>;

type Expression = ReturnType<ReturnType<typeof regexLibrary.loaded>["compile"]>;
type Matcher = ReturnType<Expression["matcher"]>;

function compiled(written: string, argument = 0): Expression {
  const library = regexLibrary.loaded();
  try {
    return library.compile(written);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : undefined;
    throw new FunctionFailure(argument, "it is not a regular expression of RE2", reason);
  }
}

function namesOf(expression: Expression): readonly string[] {
  return Object.keys(expression.namedGroups());
}

function capture(matcher: Matcher, expression: Expression): Value {
  const count = matcher.groupCount();
  if (count === 0) return stringValue(matcher.group() ?? "");
  const names = namesOf(expression);
  if (names.length === 0)
    return tupleValue(Array.from({ length: count }, (_, index) => captured(matcher.group(index + 1))));
  if (names.length < count) throw new FunctionFailure(0, "either all of its captures have names, or none");
  return objectValue(names.map((name) => [name, captured(matcher.group(name))] as const));
}

function captured(group: string | null): Value {
  return group === null ? nullValue(stringType) : stringValue(group);
}

function captureType(expression: Expression): Type {
  const names = namesOf(expression);
  if (expression.groupCount() === 0) return stringType;
  if (names.length === 0)
    return { kind: "tuple", elements: Array.from({ length: expression.groupCount() }, () => stringType) };
  return objectValue(names.map((name) => [name, nullValue(stringType)] as const)).type;
}

/**
 * The matches in a text one after the other, as Go finds them: an empty one is none right behind another, nor within a
 * character that takes two units. A search may look at all that is left of the text, wherever the match then ends.
 */
function* matchesIn(
  given: string,
  expression: Expression,
  spend: Surroundings["spend"],
): Generator<Matcher, undefined> {
  const matcher = expression.matcher(given);
  const instructions = expression.programSize();
  let last = -1;
  for (let at = 0; ; at = matcher.end()) {
    spend(Math.ceil((instructions * (given.length - at)) / 256));
    if (!matcher.find()) return;
    const [start, end] = [matcher.start(), matcher.end()];
    if (start === end && (start === last || isWithinCharacter(given, start))) continue;
    last = end;
    yield matcher;
  }
}

function isWithinCharacter(given: string, at: number): boolean {
  return at > 0 && (given.codePointAt(at - 1) ?? 0) > 0xff_ff;
}

/** Replaces as Go does: an empty part is before each character and at the end. */
function replaceParts(given: string, part: string, by: string): string {
  const pieces = part === "" ? ["", ...Array.from(given), ""] : given.split(part);
  checkTextLength(given.length + (pieces.length - 1) * (by.length - part.length));
  return pieces.join(by);
}

/** Replaces as Go does: `$1`, `${name}` and `$name` stand for captures, `$$` for a dollar sign. */
function replaceMatches(
  given: string,
  expression: Expression,
  by: string,
  spend: Surroundings["spend"],
): string {
  const pieces: string[] = [];
  let length = given.length;
  let at = 0;
  for (const matcher of matchesIn(given, expression, spend)) {
    const piece = expanded(matcher, expression, by);
    length += piece.length - (matcher.end() - matcher.start());
    checkTextLength(length);
    pieces.push(given.slice(at, matcher.start()), piece);
    at = matcher.end();
  }
  return [...pieces, given.slice(at)].join("");
}

function expanded(matcher: Matcher, expression: Expression, by: string): string {
  let length = 0;
  return by.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (written, braced?: string, bare?: string) => {
    const piece = written === "$$" ? "$" : captureNamed(matcher, expression, braced ?? bare ?? "");
    length += piece.length;
    checkTextLength(length);
    return piece;
  });
}

/** What a capture of this number or name holds; nothing where there is none. */
function captureNamed(matcher: Matcher, expression: Expression, name: string): string {
  if (/^\d+$/.test(name))
    return Number(name) <= matcher.groupCount() ? (matcher.group(Number(name)) ?? "") : "";
  return namesOf(expression).includes(name) ? (matcher.group(name) ?? "") : "";
}
