/** A value as JSON that is also safe to look at. */
export function renderJson(value: unknown, indent?: number): string {
  return withEscapes(JSON.stringify(value, undefined, indent));
}

/** JSON in which characters that a terminal obeys or hides are JSON's own escapes. */
export function withEscapes(json: string): string {
  if (/^[\n -~]*$/.test(json)) return json;
  // V8 takes half a millisecond to read this pattern, so it does not stand outside.
  const hidden = /[\u007F-\u009F\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
  return json.replace(hidden, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}
