const escapes: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  '"': '\\"',
  "\\": "\\\\",
};

/** A string as a quoted HCL literal: reading it back gives the same string, whatever it holds. */
export function quote(value: string): string {
  const escaped = value
    .replace(/["\\\p{Cc}\p{Cf}]/gu, (character) => escapes[character] ?? codePointEscape(character))
    .replace(/([$%])\{/g, "$1$1{");
  return `"${escaped}"`;
}

function codePointEscape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}
