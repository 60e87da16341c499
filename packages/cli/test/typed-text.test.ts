import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appended, erased, firstCharacter, typable } from "../src/typed-text.ts";

describe("a text being typed", () => {
  test.each([
    ["nothing", "", ""],
    ["a letter", "trap", "tra"],
    ["an animal beyond the basic plane", "trap 🐆", "trap "],
    ["a letter with an accent of its own", "trape\u0301", "trap"],
    ["a flag", "🇰🇪🇹🇿", "🇰🇪"],
    ["a hand with its colour", "hi 👋🏾", "hi "],
  ])("loses %s as one", (_, before, after) => {
    expect(erased(before)).toBe(after);
  });

  test("is cut before the character that has no room, not within it", () => {
    expect(appended("trap", "s🐆", 6)).toBe("traps");
    expect(appended("trap", "s🐆", 7)).toBe("traps🐆");
    expect(appended("", "x".repeat(200), 100)).toBe("x".repeat(100));
  });

  test("has no half characters, however it is typed and erased", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(40), (text, most) => {
        const typed = appended("", text, most);
        expect(typed.length).toBeLessThanOrEqual(most);
        expect(typed).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(erased(typed)).not.toMatch(/\p{Cs}/u);
        expect(typed.startsWith(firstCharacter(typed))).toBe(true);
      }),
    );
  });

  test("takes a tab as a blank, and nothing that cannot be seen", () => {
    expect(typable("eu\twest\u001B[2J\u200B\uD800")).toBe("eu west[2J");
  });
});
