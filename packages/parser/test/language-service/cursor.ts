import type { Source } from "../../src/index.ts";

/** A text in which `|` says where the cursor is. */
export function atCursor(text: string): { readonly source: Source; readonly offset: number } {
  const offset = text.indexOf("|");
  const source = { name: "main.wf.hcl", text: text.slice(0, offset) + text.slice(offset + 1) };
  return { source, offset };
}
