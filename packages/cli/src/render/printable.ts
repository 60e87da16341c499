/** Text from a live region, a server or a file, made safe to show: what would move the cursor, turn the direction or hide is shown as an escape. */
export function printable(text: string): string {
  // Most text is such, and V8 takes half a millisecond to read the pattern below.
  if (/^[ -~]*$/.test(text)) return text;
  const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\u3164\uFFA0]/gu;
  return text.replace(hidden, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
  });
}
