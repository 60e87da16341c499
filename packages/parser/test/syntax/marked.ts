import type { Diagnostic, Source } from "../../src/index.ts";

/** A text whose expected places stand between « and ». */
export interface Marked {
  readonly source: Source;
  readonly places: readonly (readonly [number, number])[];
}

/** Takes the marks out of a text. */
export function marked(text: string): Marked {
  const places: [number, number][] = [];
  let plain = "";
  let start = 0;
  for (const character of text) {
    if (character === "«") start = plain.length;
    else if (character === "»") places.push([start, plain.length]);
    else plain += character;
  }
  return { source: { name: "main.wf.hcl", text: plain }, places };
}

/** Codes and places of diagnostics, for comparison. */
export function found(diagnostics: readonly Diagnostic[]): readonly (readonly [string, number, number])[] {
  return diagnostics.map(({ code, span }) => [code, span?.start ?? -1, span?.end ?? -1]);
}

/** A source of this text. */
export function source(text: string): Source {
  return { name: "main.wf.hcl", text };
}
