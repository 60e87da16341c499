import { describe, expect, it } from "vitest";
import { parseExpression, textOf } from "../../src/index.ts";
import { source } from "./marked.ts";
import { outline } from "./outline.ts";

describe("an expression", () => {
  it.each([
    ["reads, beyond + and -, * / % first", "1 + 2 * scans % 3 - 4", "(- (+ 1 (% (* 2 scans) 3)) 4)"],
    [
      "reads && before ||, and comparison before equality",
      "a || b && c == d < e",
      "(|| a (&& b (== c (< d e))))",
    ],
    ["reads operators of one precedence from the left", "9 - 3 - 2", "(- (- 9 3) 2)"],
    ["binds a sign tighter than an operator, looser than a step", "-a.b + !c[0]", "(+ (- a.b) (! c[0]))"],
    ["reads signs after signs", "!!-a", "(! (! (- a)))"],
    ["nests conditionals to the right", "a ? b : c ? d : e", "(? a b (? c d e))"],
    ["keeps parentheses", "(1 + 2) * 3", "(* <(+ 1 2)> 3)"],
    ["knows true, false and null", "[true, false, null]", "[true false null]"],
    ["takes newlines inside brackets", "[\n1,\n2,\n]", "[1 2]"],
    ["takes a newline before an operator where newlines mean nothing", "1\n+\n2", "(+ 1 2)"],
    ["calls functions, namespaced ones too", 'lower(a, wf::arn("x", b...),)', 'lower(a wf::arn("x" b...))'],
    ["takes names with dashes", "room-3 - room-4", "(- room-3 room-4)"],
    ["reads numbers as written", "[0, 1.50, 6.02e23, 1E-3]", "[0 1.50 6.02e23 1E-3]"],
    ["reads legacy indexes", "rooms.0.name", "rooms[0].name"],
    ["gives a full splat every step after it", "rooms[*].beds[0].id", "(each rooms @.beds[0].id)"],
    ["gives a splat with a dot the attributes after it", "rooms.*.beds.id[0]", "(each rooms @.beds.id)[0]"],
    ["nests full splats", "a[*].b[*].c", "(each a (each @.b @.c))"],
    ["takes a plain name as an object's key", "{mri = 1, ct : 2\nxray = 3}", "{mri: 1 ct: 2 xray: 3}"],
    ["evaluates any other key", '{"m r i" = 1, (ct) = 2, a.b = 3}', '{"m r i": 1 <ct>: 2 a.b: 3}'],
    ["takes keywords as keys", "{true = 1, null = 2, for-all = 3}", "{true: 1 null: 2 for-all: 3}"],
    [
      "makes lists with for",
      "[for r in rooms : r.name if r.open]",
      "(for-tuple r in rooms: r.name if r.open)",
    ],
    [
      "makes objects with for, newlines or not",
      "{\nfor k, v in rooms :\nk => v...\n}",
      "(for-object k v in rooms: k => v...)",
    ],
    ["takes comments anywhere", "1 + /* two */ 2 # three", "(+ 1 2)"],
    ["composes names", "re\u0301sume\u0301", "r\u00e9sum\u00e9"],
  ])("%s", (_, text, tree) => {
    const { value, diagnostics } = parseExpression(source(text));
    expect(diagnostics).toEqual([]);
    expect(outline(value)).toBe(tree);
  });

  it("spans its text, and its parts theirs", () => {
    const { value } = parseExpression(source(" upper(rooms[0].name) == -depth ? a : [b] "));
    expect(textOf(value.span)).toBe("upper(rooms[0].name) == -depth ? a : [b]");
    if (value.kind !== "conditional" || value.condition.kind !== "binary") throw new Error("another tree");
    expect(textOf(value.condition.span)).toBe("upper(rooms[0].name) == -depth");
    expect(textOf(value.condition.left.span)).toBe("upper(rooms[0].name)");
    expect(textOf(value.otherwise.span)).toBe("[b]");
    if (value.condition.left.kind !== "call") throw new Error("another tree");
    expect(textOf(value.condition.left.parentheses)).toBe("(rooms[0].name)");
  });
});
