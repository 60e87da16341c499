import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderPlanMarkdown } from "../../src/render/plan-markdown.ts";
import { renderPlanText } from "../../src/render/plan-text.ts";
import { theme } from "../../src/render/theme.ts";
import { planStates, readersWith, viewOf } from "../plan-states.ts";

/** A text that stands alone in its line, whatever its length: after its name, or as an item. */
const alone = /^\s*(?:[-+~!]\s*)?(?:"?[\w-]+"?\s+= )?(?:"(?:[^"\\]|\\.)*"|\(sensitive value\)),?$/;

const widths = [50, 60, 80, 100, 120];

describe("a line about an attribute", () => {
  test.each(widths)("is longer than %i columns only for a single text", async (width) => {
    for (const state of Object.values(planStates)) {
      const lines = renderPlanText(await viewOf(state), theme(false), width).split("\n");
      const long = lines.filter((line) => line.length > width && / = |^\s+[-+~] /.test(line));
      expect(long.filter((line) => !alone.test(line))).toEqual([]);
    }
  });

  const word = fc.stringMatching(/^[a-z]{1,24}$/);
  const words = fc.uniqueArray(word, { maxLength: 10 });
  const tags = fc.dictionary(word, word, { maxKeys: 8, noNullPrototype: true });

  test("keeps within any width that its longest value leaves", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ before: words, after: words }),
        fc.record({ before: tags, after: tags }),
        fc.constantFrom(...widths.slice(2)),
        async (groups, labels, width) => {
          const view = await viewOf(readersWith(groups, labels));
          const text = renderPlanText(view, theme(false), width);
          expect(text.split("\n").filter((line) => line.length > width)).toEqual([]);
          const [, diff = ""] = /```diff\n(.*?)\n```/s.exec(renderPlanMarkdown(view, { place: "." })) ?? [];
          expect(diff.split("\n").filter((line) => line.length > 90)).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });
});
