import * as fc from "fast-check";
import { expect, test } from "vitest";
import { diffWords } from "../src/diff-words.ts";

const before = "First reads of chest radiographs, within the working day they were taken on";

test("a long text is compared word by word", () => {
  expect(diffWords(before, before.replace("First", "Second"))).toEqual([
    { change: "remove", text: "First" },
    { change: "add", text: "Second" },
    { change: "keep", text: before.slice("First".length) },
  ]);
});

test.each([
  ["short ones", "First reads", "Second reads"],
  [
    "ones that share little",
    before,
    "Alle Lungenaufnahmen der Nachtschicht, vor der Visite am nächsten Morgen",
  ],
])("%s are shown whole", (_, left, right) => {
  expect(diffWords(left, right)).toBeUndefined();
});

test("long runs that stay are cut in the middle", () => {
  const words = diffWords(`a ${before.repeat(9)} b`, `A ${before.repeat(9)} B`);
  expect(words?.map((word) => word.text).join("").length).toBeLessThan(120);
});

test("the words are those of the two texts, whatever they are", () => {
  const text = fc.string({ unit: "grapheme", minLength: 40, maxLength: 200 });
  const word = fc.constantFrom("reads", "of", "the", "chest", "\u202E", "```", "\n", '"');
  const prose = fc.array(word, { minLength: 14, maxLength: 30 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.oneof(text, prose), fc.oneof(text, prose), (left, right) => {
      const words = diffWords(left, right);
      const side = (change: "add" | "remove") =>
        words
          ?.filter((each) => each.change !== (change === "add" ? "remove" : "add"))
          .map((each) => each.text)
          .join("");
      if (words === undefined || words.some((each) => each.text.includes("…"))) return;
      expect([side("remove"), side("add")]).toEqual([left, right]);
    }),
  );
});
