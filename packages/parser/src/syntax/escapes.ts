import { diagnostic, type Diagnostic } from "../text/diagnostic.ts";
import { span, type Span } from "../text/source.ts";

const quotedEscape = /\\(?:u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|[^]|$)|([$%])\1\{/gu;
const bareEscape = /([$%])\1\{/g;

// What may be an escape, or not be in normal form.
const unplain = /[\\{\u0080-\uffff]/;

const simple = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["\\", "\\"],
]);

/** Literal text as it is meant: in a quoted template with backslash escapes, everywhere with `$${` and `%%{`. */
export function unescape(place: Span, text: string, quoted: boolean, diagnostics: Diagnostic[]): string {
  if (!unplain.test(text)) return text;
  const value = text.replace(
    quoted ? quotedEscape : bareEscape,
    (escape: string, sign: string | undefined, at: number) => {
      if (sign !== undefined) return `${sign}{`;
      const meant = simple.get(escape.slice(1)) ?? character(escape);
      if (typeof meant === "string") return meant;
      const start = place.start + at;
      const where = span(place.source, start, start + escape.length);
      diagnostics.push(diagnostic("invalid-escape", where, { escape, reason: meant.reason }));
      return meant.stands;
    },
  );
  return value.normalize("NFC");
}

function character(escape: string): string | { readonly reason: string; readonly stands: string } {
  const selector = escape[1];
  if (selector !== "u" && selector !== "U") {
    const reason =
      'Escapes are \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN. For a backslash itself write \\\\.';
    return { reason, stands: selector === undefined ? escape : escape.slice(1) };
  }
  const digits = escape.slice(2);
  const length = selector === "u" ? 4 : 8;
  if (digits.length !== length)
    return { reason: `After \\${selector} stand ${length} hexadecimal digits.`, stands: escape };
  const code = Number.parseInt(digits, 16);
  if (code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff))
    return { reason: `There is no character U+${digits.toUpperCase()}.`, stands: escape };
  return String.fromCodePoint(code);
}
