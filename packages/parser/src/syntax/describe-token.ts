import type { IToken } from "chevrotain";
import { diagnostic, type Diagnostic } from "../text/diagnostic.ts";
import type { Source } from "../text/source.ts";
import { spanOf } from "./scan.ts";
import * as tokens from "./tokens.ts";

/** A token as a sentence names it. */
export function describeToken(token: IToken): string {
  switch (token.tokenType) {
    case tokens.End:
      return "the end of the text";
    case tokens.Newline:
      return "the end of the line";
    case tokens.Identifier:
      return `the name "${token.image}"`;
    case tokens.NumberDigits:
      return `the number ${token.image}`;
    case tokens.PlainString:
    case tokens.QuoteStart:
    case tokens.QuotedText:
      return "a quoted string";
    case tokens.QuoteEnd:
      return "the end of a quoted string";
    case tokens.HeredocStart:
      return "a heredoc";
    case tokens.HeredocEnd:
      return "the end of a heredoc";
    case tokens.HeredocText:
    case tokens.BareText:
      return "text";
    default:
      return `"${token.image}"`;
  }
}

/** What to say of a character that nothing of the language begins with. */
export function invalidCharacter(source: Source, token: IToken): Diagnostic {
  return diagnostic("invalid-character", spanOf(source, token), {
    character: token.image,
    hint: hintFor(token.image),
  });
}

function hintFor(character: string): string {
  switch (character) {
    case "“":
    case "”":
    case "‘":
    case "’":
      return 'Curly quotes come from word processors and chats: use straight double quotes (").';
    case "'":
      return 'Strings stand in double quotes (").';
    case "`":
      return 'Strings stand in double quotes ("); text of several lines is a heredoc, which begins like <<EOT.';
    case ";":
      return "Nothing ends with a semicolon here: begin a new line instead.";
    case "&":
      return 'There are no operators on bits. The logical "and" is written &&.';
    case "|":
      return 'There are no operators on bits. The logical "or" is written ||.';
    case "~":
      return 'There are no operators on bits. The logical "not" is written !.';
    case "^":
      return "There are no operators on bits, and no power operator: use the function pow.";
    case "\\":
      return "A backslash has a meaning in quoted strings only.";
    case "\r":
      return "A carriage return ends a line only together with a line feed.";
    default:
      return "Nothing in the language begins with it. In a quoted string it is fine.";
  }
}
