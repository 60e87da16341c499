import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderPlanJson } from "../../src/render/plan-json.ts";
import { renderPlanText } from "../../src/render/plan-text.ts";
import { theme } from "../../src/render/theme.ts";
import { hostileText, nasty, viewWith } from "../hostile.ts";

const hidden = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

describe("other people's text in a plan's text", () => {
  test.each(nasty.map((text) => [text.slice(0, 40), text]))(
    "%j is shown as an escape or as it is",
    (_, text) => {
      expect(renderPlanText(viewWith(text), theme(false))).not.toMatch(hidden);
    },
  );

  test("neither moves the cursor nor hides, and begins no line of its own", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = renderPlanText(viewWith(text), theme(false), 4000);
        expect(shown).not.toMatch(hidden);
        expect(shown.split("\n").filter((line) => /^\S/.test(line))).toHaveLength(4);
      }),
    );
  });
});

test("other people's text in JSON is the same data, escaped", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const json = renderPlanJson(viewWith(text));
      expect(json).not.toMatch(hidden);
      expect(JSON.parse(json)).toEqual(
        JSON.parse(JSON.stringify({ format_version: "1.0", ...viewWith(text) })),
      );
    }),
  );
});
