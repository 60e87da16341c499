import { didYouMean, error } from "./entry.ts";

const limitTexts = {
  depth: "Values and expressions may be nested 500 deep.",
  steps: "5,000,000 steps are enough for any configuration of workforces; look for loops within loops.",
  size: "A value may hold 1,000,000 others; look for what multiplies, such as setproduct or flatten.",
  text: "A string may be 16,000,000 characters long.",
};

/** What can be wrong when an expression is evaluated. */
export const evaluationCatalog = {
  "unknown-reference": error<{ name: string; near: string | undefined; known: readonly string[] }>(
    ({ name }) => `There is nothing called "${name}" here`,
    ({ near, known }) =>
      known.length === 0
        ? "References cannot be used here: write the value itself."
        : `A reference begins with one of ${[...new Set(known)].join(", ")}.${didYouMean(near)}`,
  ),
  "no-attribute": error<{ name: string; of: string; reason: string; near?: string | undefined }>(
    ({ name, of }) => `There is no "${name}" in ${of}`,
    ({ reason, near }) => `${reason}${didYouMean(near)}`,
  ),
  "invalid-index": error<{ of: string; reason: string }>(
    ({ of }) => `There is no such element in ${of}`,
    ({ reason }) => reason,
  ),
  "invalid-operand": error<{ operator: string; reason: string }>(
    ({ operator }) => `${operator} cannot take this value`,
    ({ operator, reason }) => `For ${operator}, ${reason}.`,
  ),
  "division-by-zero": error(
    () => "Division by zero",
    () => "The right side is 0. Use a conditional where it can be.",
  ),
  "number-too-large": error(
    () => "The number is too large",
    () => "Numbers have up to 5,000 digits before the point.",
  ),
  "not-in-template": error<{ found: string }>(
    ({ found }) => `A text cannot hold ${found}`,
    ({ found }) =>
      found === "null"
        ? "Only strings, numbers and bools can be put in a text. Use coalesce to say what stands for null."
        : "Only strings, numbers and bools can be put in a text. Use join or jsonencode, or a for directive.",
  ),
  "invalid-condition": error<{ reason: string }>(
    () => "The condition is not a bool",
    ({ reason }) => `A condition is true or false: ${reason}.`,
  ),
  "inconsistent-conditional": error<{ difference: string }>(
    () => "The two results of the conditional have no type in common",
    ({ difference }) => `Both must be of one type, or convertible to one. ${difference}.`,
  ),
  "not-iterable": error<{ found: string }>(
    ({ found }) => `"for" cannot go through ${found}`,
    () => "It goes through lists, sets, maps, tuples and objects.",
  ),
  "duplicate-key": error<{ key: string }>(
    ({ key }) => `The key ${key} came twice`,
    () =>
      "Each round must give another key. To gather the values of one key in a list, write ... after the value.",
  ),
  "splat-of-null": error(
    () => "[*] of a list that is null",
    () => "The list is null, which is not the same as empty. Use coalesce to say what stands for null.",
  ),
  "inconsistent-splat": error(
    () => "The elements come out as different types",
    () =>
      "What follows [*] must be of one type for every element of a list. A for-expression can convert them.",
  ),
  "ambiguous-object-key": error<{ written: string }>(
    ({ written }) => `"${written}" as a key can be read in two ways`,
    ({ written }) => `Write (${written}) for what it refers to, or "${written}" for the name itself.`,
  ),
  "invalid-object-key": error<{ reason: string }>(
    () => "This cannot be a key",
    ({ reason }) => `A key is a string: ${reason}.`,
  ),
  "unknown-function": error<{ name: string; near: string | undefined }>(
    ({ name }) => `There is no function "${name}"`,
    ({ near }) => `Functions are those of the reference's list; none can be defined.${didYouMean(near)}`,
  ),
  "functions-not-allowed": error<{ name: string }>(
    ({ name }) => `${name} cannot be called here`,
    () => "Functions cannot be called here: write the value itself.",
  ),
  "missing-argument": error<{ name: string; parameter: string; least: number; open: boolean }>(
    ({ name, parameter }) => `${name} lacks its argument "${parameter}"`,
    ({ name, least, open }) =>
      `${name} takes ${open ? "at least " : ""}${least} ${least === 1 ? "argument" : "arguments"}.`,
  ),
  "surplus-argument": error<{ name: string; most: number }>(
    ({ name }) => `${name} has too many arguments`,
    ({ name, most }) => `${name} takes ${most === 0 ? "none" : `at most ${most}`}.`,
  ),
  "invalid-argument": error<{ name: string; parameter: string; position: number; reason: string }>(
    ({ name, parameter }) => `${name} cannot take this as "${parameter}"`,
    ({ position, reason }) => `Argument ${position}: ${reason}.`,
  ),
  "invalid-expansion": error<{ found: string }>(
    ({ found }) => `... cannot spread ${found}`,
    () => "Before ... stands a list, a set or a tuple, whose elements become arguments.",
  ),
  "function-failed": error<{ name: string; reason: string }>(
    ({ name }) => `${name} has no result`,
    ({ reason }) => `${reason}.`,
  ),
  "limit-exceeded": error<{ limit: keyof typeof limitTexts }>(
    ({ limit }) => `Evaluation went beyond its limit of ${limit}`,
    ({ limit }) => limitTexts[limit],
  ),
  "invalid-type": error<{ reason: string }>(
    () => "This is not a type",
    ({ reason }) =>
      `${reason} Types are string, number, bool, any, list(T), set(T), map(T), tuple([T, …]) and object({ name = T, … }).`,
  ),
  "invalid-default": error<{ reason: string }>(
    () => "The default does not fit the type",
    ({ reason }) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
  ),
};
