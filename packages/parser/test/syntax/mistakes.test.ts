import { describe, expect, it } from "vitest";
import { parse, textOf } from "../../src/index.ts";
import { found, marked } from "./marked.ts";
import { outlineBody } from "./outline.ts";

/** Each: what was done, a text with the place of the mistake, the codes, and the tree of what is left. */
const mistakes: readonly (readonly [string, string, readonly string[], string])[] = [
  ["a comma after an attribute", "a = 1«,»\nb = 2\n", ["missing-newline-after-attribute"], "a = 1; b = 2"],
  ["a semicolon after an attribute", "a = 1«;»\nb = 2\n", ["invalid-character"], "a = 1; b = 2"],
  ["two attributes in a line", "a = 1 «b» = 2\nc = 3\n", ["missing-newline-after-attribute"], "a = 1; c = 3"],
  ["two blocks in a line", "a {} «b» {}\nc = 3\n", ["missing-newline-after-block"], "a {}; c = 3"],
  ["an attribute twice", "a = 1\n«a» = 2\n", ["duplicate-attribute"], "a = 1"],
  ["a name alone", "«room»\na = 1\n", ["missing-equals"], "a = 1"],
  ["an attribute's name in quotes", '«"room"» = 1\na = 1\n', ["quoted-attribute-name"], "a = 1"],
  ["a line that begins with no name", "«=» 1\na = 1\n", ["item-expected"], "a = 1"],
  ["a closing brace too many", "a = 1\n«}»\nb = 2\n", ["item-expected"], "a = 1; b = 2"],
  ["a block that is not closed", "room «{»\n  a = 1\n", ["unclosed-block"], "room { a = 1 }"],
  [
    "an equals sign before a block",
    'room "mri" «=» {\n}\na = 1\n',
    ["equals-in-block-header"],
    'room "mri" {}; a = 1',
  ],
  [
    "a brace on the next line",
    'room "mri"«\n»{\n  a = 1\n}\n',
    ["block-without-brace"],
    'room "mri" { a = 1 }',
  ],
  ["a number as label", 'room "mri" «3» {}\na = 1\n', ["invalid-block-header"], 'room "mri" {}; a = 1'],
  ["a value in a label", 'room "«${»a}" {}\n', ["template-in-label"], 'room "${ ... }" {}'],
  ["a block in a line's block", "a { «b {» c = 1 } }\nd = 1\n", ["nested-block-in-one-line"], "a {}; d = 1"],
  [
    "two attributes in a line's block",
    "a { b = 1«,» c = 2 }\nd = 1\n",
    ["one-line-block-goes-on"],
    "a { b = 1 }; d = 1",
  ],
  [
    "a line's block closed on the next",
    "a { b = 1«\n»}\nd = 1\n",
    ["one-line-block-goes-on"],
    "a { b = 1 }; d = 1",
  ],
  ["no value", "a =«\n»b = 2\n", ["expression-expected"], "a = <invalid>; b = 2"],
  ["no comma in a list", "a = [1 «2»]\nb = 2\n", ["missing-comma"], "a = [1]; b = 2"],
  ["a list that is not closed", "a = «[»1, 2", ["unclosed-bracket"], "a = [1 2]"],
  ["a call that is not closed", "a = «upper(»b", ["unclosed-bracket"], "a = upper(b)"],
  ["no comma in a call", "a = max(1 «2»)\nb = 2\n", ["missing-comma"], "a = max(1); b = 2"],
  ["something after the dots", "a = max(b... «,» c)\n", ["expansion-not-last"], "a = max(b...)"],
  ["no value for a key", "a = {b«,» c = 1}\nd = 2\n", ["missing-object-value"], "a = {}; d = 2"],
  ["no comma in an object", "a = {b = 1 «c» = 2}\nd = 2\n", ["missing-item-separator"], "a = {}; d = 2"],
  ["half a conditional", "a = b ? c«\n»d = 2\n", ["missing-conditional-branch"], "a = <invalid>; d = 2"],
  ["a dot at the end", "a = room.«\n»b = 2\n", ["attribute-name-expected"], "a = <invalid>; b = 2"],
  ["two legacy indexes", "a = room.«0.1».b\n", ["chained-legacy-index"], "a = room[<invalid>].b"],
  ["a splat in a splat", "a = room.*.«*»\nb = 2\n", ["nested-splat"], "a = <invalid>; b = 2"],
  ["a version without quotes", "a = «1.2.3»\n", ["invalid-number"], "a = <invalid>"],
  ["a for without in", "a = [for b «of» c : b]\nd = 2\n", ["invalid-for"], "a = <invalid>; d = 2"],
  [
    "a for with a key in a list",
    "a = [for b in c : «b» => b]\n",
    ["for-key-in-tuple"],
    "a = (for-tuple b in c: b => b)",
  ],
  [
    "a for without a key in an object",
    "a = {for b in c : «b»}\n",
    ["for-key-missing"],
    "a = (for-object b in c: b)",
  ],
  ["a name with :: that is not called", "a = b::c«\n»d = 2\n", ["call-expected"], "a = <invalid>; d = 2"],
  ["a string over its line", 'a = "mri«\n»b = 2\n', ["newline-in-string"], 'a = "mri"; b = 2'],
  ["a string to the end", 'a = "mri«»', ["unclosed-string"], 'a = "mri"'],
  ["a heredoc to the end", "a = «<<EOT»\nmri\nEOT", ["unclosed-heredoc"], 'a = "mri\nEOT"'],
  ["an unknown escape", String.raw`a = "c«\d»"`, ["invalid-escape"], 'a = "cd"'],
  ["an escape cut short", String.raw`a = "«\u12»g"`, ["invalid-escape"], String.raw`a = "\u12g"`],
  [
    "an interpolation over its line",
    'a = "«${»room"\nb = 2\n',
    ["unclosed-interpolation"],
    'a = "${room}"; b = 2',
  ],
  [
    "a shell's default in a string",
    'a = "${room«:»-x}"\nb = 2\n',
    ["text-after-interpolation"],
    'a = "${room}"; b = 2',
  ],
  ["an unknown directive", 'a = "%{ «fi» x }"\n', ["directive-expected"], 'a = ""'],
  ["an if without its end", 'a = "«%{ if b }»c"\n', ["unclosed-directive"], 'a = "%{if b|c}"'],
  ["an end without its if", 'a = "c«%{ endif }»"\n', ["unexpected-directive"], 'a = "c"'],
  [
    "an else in a for",
    'a = "%{for b in c}«%{else}»%{endfor}"\n',
    ["unexpected-directive"],
    'a = "%{for b in c|}"',
  ],
  ["single quotes", "a = «'»mri'\nb = 2\n", ["invalid-character"], "a = <invalid>; b = 2"],
  ["curly quotes", "a = «“»mri”\nb = 2\n", ["invalid-character"], "a = <invalid>; b = 2"],
  ["an operator on bits", "a = b «&» c\nd = 2\n", ["invalid-character"], "a = b; d = 2"],
  ["a comment to the end", "a = 1\n«/*» mri", ["unclosed-comment"], "a = 1"],
];

describe("a mistake", () => {
  it.each(mistakes)("%s is found once, and the rest is read", (_, text, codes, tree) => {
    const { source, places } = marked(text);
    const { value, diagnostics } = parse(source);
    expect(found(diagnostics)[0]).toEqual([codes[0], ...(places[0] ?? [])]);
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(outlineBody(value.body)).toBe(tree);
  });

  it.each(['a = "${"b\n/* c', 'a = "${"b\n"${"c\n/* d'])("that a comment makes is told once: %j", (text) => {
    const codes = parse(marked(text).source).diagnostics.map(({ code }) => code);
    expect(codes.filter((code) => code === "unclosed-comment")).toHaveLength(1);
  });

  it("does not hide another in the next line", () => {
    const { diagnostics } = parse(marked("a = [1 2]\nb = \"x\nc = 'd'\ne = 1 }\n").source);
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "missing-comma",
      "newline-in-string",
      "invalid-character",
      "missing-newline-after-attribute",
    ]);
  });

  it("shows where the string begins that is not closed, and where an attribute is first set", () => {
    const { diagnostics } = parse(marked('a = 1\na = "x\n').source);
    const related = diagnostics.flatMap((each) => each.related ?? []);
    expect(related.map(({ span }) => [span.start, textOf(span)])).toEqual([
      [0, "a"],
      [10, '"'],
    ]);
  });
});
