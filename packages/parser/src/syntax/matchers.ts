/** Matchers for the tokens that a regular expression can't say, or can't say fast. Each looks at one offset only. */

type Match = [string] | null;

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
const hash = 35;
const dollar = 36;
const percent = 37;
const star = 42;
const slash = 47;
const backslash = 92;
const leftBrace = 123;

const asciiContinue = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\w-]/.test(String.fromCharCode(code)) ? 1 : 0,
);
const unicodeIdentifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

/** A name: ID_Start or `_`, then ID_Continue or `-`. */
export function identifier(text: string, offset: number): Match {
  let at = offset;
  while (asciiContinue[text.charCodeAt(at)] === 1) at += 1;
  if (at > offset && !(text.charCodeAt(at) > 127)) return [text.slice(offset, at)];
  unicodeIdentifier.lastIndex = offset;
  const match = unicodeIdentifier.exec(text);
  return match === null ? null : [match[0]];
}

/** A comment without its line's end: `#…`, `//…`, or `/*…` to its end, or to the end of the text where it has none. */
export function comment(text: string, offset: number): Match {
  if (text.charCodeAt(offset) === hash || text.charCodeAt(offset + 1) === slash) {
    const lineEnd = text.indexOf("\n", offset);
    const end = lineEnd === -1 ? text.length : lineEnd;
    return [text.slice(offset, text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end)];
  }
  if (text.charCodeAt(offset + 1) !== star) return null;
  const close = text.indexOf("*/", offset + 2);
  return [text.slice(offset, close === -1 ? text.length : close + 2)];
}

/** A quoted template without sequences, quotes and all. */
export function plainString(text: string, offset: number): Match {
  const end = quotedTextEnd(text, offset + 1);
  return text.charCodeAt(end) === quote ? [text.slice(offset, end + 1)] : null;
}

/** Text of a quoted template up to its closing quote, the next sequence or the line's end; escapes are kept as written. */
export function quotedText(text: string, offset: number): Match {
  const end = quotedTextEnd(text, offset);
  return end === offset ? null : [text.slice(offset, end)];
}

function quotedTextEnd(text: string, offset: number): number {
  let at = offset;
  scan: for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    switch (code) {
      case quote:
      case lineFeed:
      case carriageReturn:
        break scan;
      case backslash: {
        const next = text.charCodeAt(at + 1);
        if (next !== lineFeed && next !== carriageReturn && at + 1 < text.length) at += 1;
        break;
      }
      case dollar:
      case percent:
        if (text.charCodeAt(at + 1) === leftBrace) break scan;
        if (escapesSequence(text, at, code)) at += 2;
        break;
      default:
    }
  }
  return at;
}

/** Text of a heredoc or a bare template: at most one line, with its end. */
function unquotedText(text: string, offset: number): Match {
  let at = offset;
  scan: for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    switch (code) {
      case lineFeed:
        at += 1;
        break scan;
      case dollar:
      case percent:
        if (text.charCodeAt(at + 1) === leftBrace) break scan;
        if (escapesSequence(text, at, code)) at += 2;
        break;
      default:
    }
  }
  return at === offset ? null : [text.slice(offset, at)];
}

export const heredocText = unquotedText;
export const bareText = unquotedText;

/** Whether `$${` or `%%{` is here: the sequence's opening as literal text. */
function escapesSequence(text: string, at: number, code: number): boolean {
  return text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === leftBrace;
}

/**
 * Whichever of some fixed texts is there, a longer one before what it begins with. Chevrotain would make regular expressions
 * of them, and running those in vain at every `=` and `.` takes longer than reading it.
 */
export function anyOf(texts: readonly string[]): (text: string, offset: number) => Match {
  const byFirst: [string][][] = [];
  for (const each of texts.toSorted((one, other) => other.length - one.length))
    (byFirst[each.charCodeAt(0)] ??= []).push([each]);
  return (text, offset) => {
    for (const match of byFirst[text.charCodeAt(offset)] ?? [])
      if (text.startsWith(match[0], offset)) return match;
    return null;
  };
}

/** One whole character. */
export function invalid(text: string, offset: number): Match {
  const code = text.codePointAt(offset) ?? tab;
  return [String.fromCodePoint(code)];
}

/** A name is what it looks like, however its characters are composed. */
export function nfc(text: string): string {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return text.normalize("NFC");
  return text;
}

/** Whether a text is a name, whole. */
export function isIdentifier(text: string): boolean {
  unicodeIdentifier.lastIndex = 0;
  return unicodeIdentifier.exec(text)?.[0].length === text.length && text.length > 0;
}
