import { typeName, type Type } from "./types.ts";

/** A step to the place within a value where a conversion failed. */
export interface PathStep {
  readonly text: string;
  /** Whether the step shows a key of the value at hand, which may be sensitive. */
  readonly reveals: boolean;
}

/** Why a value of one type cannot be made one of another, and where within it. */
export interface Mismatch {
  readonly path: readonly PathStep[];
  readonly reason: string;
}

/** A mismatch at the value itself. */
export function mismatch(reason: string): Mismatch {
  return { path: [], reason };
}

/** The mismatch, seen from one step further out. */
export function within(step: PathStep, inner: Mismatch): Mismatch {
  return { path: [step, ...inner.path], reason: inner.reason };
}

/** The step to an attribute that the wanted type names. */
export function attributeStep(name: string): PathStep {
  return { text: `.${name}`, reveals: false };
}

/** The step to an element by its number. */
export function indexStep(index: number): PathStep {
  return { text: `[${index}]`, reveals: false };
}

/** The step to an element by a key that the value brought. */
export function keyStep(key: string): PathStep {
  return { text: `[${JSON.stringify(key)}]`, reveals: true };
}

/** `a list of string is required, not a number` */
export function required(wanted: Type, given: Type): Mismatch {
  return mismatch(`${withArticle(typeName(wanted))} is required, not ${withArticle(typeName(given))}`);
}

/** The noun with its article: `an object`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** The mismatch as a clause: `at .tags["site"], a string is required, not a list of string`. */
export function mismatchText({ path, reason }: Mismatch): string {
  return path.length === 0 ? reason : `at ${path.map((step) => step.text).join("")}, ${reason}`;
}
