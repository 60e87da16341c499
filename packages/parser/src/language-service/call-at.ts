import { tokenize } from "../syntax/lexer.ts";
import type { Source } from "../text/source.ts";
import { beginReading, readTokens } from "./statements.ts";

/** A function's call that is being typed. */
export interface CallPlace {
  readonly name: string;
  /** Which argument stands there, from 0. */
  readonly argument: number;
}

/** The innermost call whose arguments an offset is among; undefined where it is in none. */
export function callAt({ text }: Source, offset: number): CallPlace | undefined {
  const reading = beginReading();
  readTokens(reading, tokenize(text.slice(0, offset), "code").tokens);
  const call = reading.open.findLast((each) => each.kind === "call");
  return call && { name: call.name, argument: call.commas };
}
