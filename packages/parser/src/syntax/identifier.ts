const asciiStart = asciiTable(/[A-Za-z_]/);
const asciiContinue = asciiTable(/[\w-]/);
const unicodeIdentifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

/** Where the name that begins at an offset ends: ID_Start or `_`, then ID_Continue or `-`. Where none begins, the offset. */
export function identifierEnd(text: string, offset: number): number {
  const first = text.charCodeAt(offset);
  if (asciiStart[first] === 1) {
    let at = offset + 1;
    while (asciiContinue[text.charCodeAt(at)] === 1) at += 1;
    if (!(text.charCodeAt(at) > 127)) return at;
  } else if (!(first > 127)) return offset;
  unicodeIdentifier.lastIndex = offset;
  return unicodeIdentifier.test(text) ? unicodeIdentifier.lastIndex : offset;
}

/** Whether a text is a name, whole. */
export function isIdentifier(text: string): boolean {
  return text.length > 0 && identifierEnd(text, 0) === text.length;
}

/** A name is what it looks like, however its characters are composed. */
export function nfc(text: string): string {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return text.normalize("NFC");
  return text;
}

function asciiTable(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));
}
