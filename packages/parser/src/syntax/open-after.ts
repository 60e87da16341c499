import type { IToken } from "chevrotain";
import { close, closers, openers } from "./brackets.ts";
import { isUnclosed, tokenizeOn, type Mode } from "./lexer.ts";
import * as t from "./tokens.ts";

/** What was begun and is not ended yet behind a line, so that an expression goes on in the next one. */
export interface Open {
  /** What the next line is read as, and what is around that, outermost first. */
  readonly modes: readonly Mode[];
  /** The brackets, strings and heredocs that are open, outermost first. */
  readonly brackets: readonly { readonly token: IToken }[];
  readonly comment: boolean;
}

type Role = "opener" | "closer" | "cut";

const roles = t.byType<Role>([
  ...openers.map((type) => [type, "opener"] as const),
  ...closers.map((type) => [type, "closer"] as const),
  [t.QuotedNewline, "cut"],
]);

/**
 * What is open after a line, given what was open before it; undefined where nothing is. Each line is lexed once, so that
 * a text can be cut into its expressions while it arrives.
 *
 * @example openAfter(undefined, "merge(var.tags, {")?.brackets.length // 2: the expression goes on
 */
export function openAfter(before: Open | undefined, line: string): Open | undefined {
  // The lexer knows the beginning of a line by what is before it, and a comment by its own beginning.
  const [behind, start] = before?.comment === true ? ["/*", 0] : ["\n", 1];
  const { tokens, comments, modes } = tokenizeOn(`${behind}${line}\n`, start, before?.modes);
  const brackets = [...(before?.brackets ?? [])];
  for (const token of tokens) {
    const role = roles[token.tokenTypeIdx];
    if (role === "opener") brackets.push({ token });
    else if (role === "closer") close(brackets, token.tokenType);
    // A string that is not closed on its line is a mistake, not a reason to read on.
    else if (role === "cut") brackets.pop();
  }
  const comment = isUnclosed(comments.at(-1));
  return brackets.length > 0 || comment ? { modes, brackets, comment } : undefined;
}
