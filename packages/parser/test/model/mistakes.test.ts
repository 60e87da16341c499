import { describe, expect, test } from "vitest";
import type { Mistake } from "../mistakes/mistake.ts";
import { unmarked } from "../mistakes/mistake.ts";
import { mistakes } from "../mistakes/index.ts";
import { accountMistakes } from "../mistakes/model.ts";
import { codeAndText, configured } from "./configured.ts";

/** What is said about a mistake, each with the file that it is in, and what its marks say should be. */
async function compared(code: string, mistake: Mistake) {
  const { sources, variables, places } = unmarked(mistake);
  const { diagnostics } = await configured(
    Object.fromEntries(sources.map(({ name, text }) => [name, text])),
    { variables },
  );
  const expected = places.length === 0 ? elsewhere(code) : places.map(([file, text]) => [code, text, file]);
  return {
    diagnostics,
    said: diagnostics.map((each) => [...codeAndText(each), each.span?.source.name ?? ""]),
    expected,
  };
}

/** The place of a mistake that is in a flag's value, or only in its name. */
function elsewhere(code: string): readonly (readonly string[])[] {
  return code === "trailing-text" ? [[code, '"south"', "value of var.sites"]] : [[code, "", ""]];
}

describe("every code is produced by a configuration with one mistake, alone and at its place:", () => {
  test.each(Object.entries(mistakes))("%s", async (code, mistake) => {
    const { said, expected } = await compared(code, mistake);
    expect(said).toEqual(expected);
  });
});

test("every diagnostic says what was found in one line, and what to do in sentences", async () => {
  for (const [code, mistake] of Object.entries(mistakes)) {
    const { diagnostics } = await compared(code, mistake);
    for (const { summary, detail } of diagnostics) {
      expect.soft(summary, code).toMatch(/^\S.*[^.\s]$/);
      expect.soft(detail, code).toMatch(/^[^ ].*[.?]$/);
      expect.soft(`${summary} ${detail}`, code).not.toMatch(/undefined|\[object|  /);
    }
  }
});

describe("an account", () => {
  test.each(accountMistakes)("refuses $files", async (mistake) => {
    const { said, expected } = await compared("", mistake);
    expect(said.map(([, ...place]) => ["", ...place])).toEqual(expected);
    expect(said.map(([code]) => code)).toEqual([expect.stringMatching(/^(invalid-value|wrong-count)$/)]);
  });
});
