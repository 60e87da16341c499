import type { Code } from "../../src/index.ts";
import { evaluationMistakes } from "./evaluation.ts";
import type { Mistake } from "./mistake.ts";
import { modelMistakes } from "./model.ts";
import { syntaxMistakes } from "./syntax.ts";

/** For every code that a configuration can produce, a configuration that does. */
export const mistakes = {
  ...syntaxMistakes,
  ...evaluationMistakes,
  ...modelMistakes,
} satisfies Readonly<Record<Exclude<Code, WithoutExample>, Mistake>>;

/** What is said about the directory rather than its files, and what no types of today lead to. */
export type WithoutExample = "more-errors" | "no-configuration" | "unreadable-file" | "inconsistent-splat";
