import type { IToken, TokenType } from "chevrotain";
import { newToken } from "./tokens.ts";

interface Fixed {
  readonly image: string;
  readonly type: TokenType;
}

/** Tokens that always look the same, by their first character: a longer one before what it begins with. */
export type FixedTokens = readonly (readonly Fixed[])[];

/** A table of tokens that always look the same, all in ASCII. */
export function fixedTokens(images: readonly (readonly [TokenType, ...(readonly string[])])[]): FixedTokens {
  const table: Fixed[][] = Array.from({ length: 128 }, () => []);
  const all = images.flatMap(([type, ...each]) => each.map((image) => ({ image, type })));
  for (const each of all.toSorted((one, other) => other.image.length - one.image.length))
    table[each.image.charCodeAt(0)]?.push(each);
  return table;
}

/** The one that is at an offset. */
export function fixedToken(table: FixedTokens, text: string, at: number): IToken | undefined {
  const code = text.charCodeAt(at);
  if (!(code < 128)) return undefined;
  for (const { image, type } of table[code] ?? [])
    if (isAt(text, at, image)) return newToken(type, image, at);
  return undefined;
}

// Its first character is known. Over the two or three of a token, `startsWith` takes several times as long.
function isAt(text: string, at: number, image: string): boolean {
  for (let index = 1; index < image.length; index += 1)
    if (text.charCodeAt(at + index) !== image.charCodeAt(index)) return false;
  return true;
}
