import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format, parse, parseExpression, parseTemplate, type Diagnostic } from "../../src/index.ts";
import { source } from "./marked.ts";
import { outlineBody } from "./outline.ts";

const signs = Array.from("{}[]()=,.:?!~$%\"'`;&|^\\+-*/<>#\n\t 0");
const words =
  "${ %{ ${~ ~} $${ <<EOT\n <<-A\n EOT\n A\n ... :: => == && || /* */ // \r\n a room- true for in if else endif endfor 1.5 \\u00e9 \\n é 🦬 \uFEFF";
const pieces = [...signs, ...words.split(" ")];
const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((each) => each.join(""));
const spacedSoup = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((each) => each.join(" "));
const anything = fc.oneof(fc.string({ unit: "binary" }), fc.string(), soup, spacedSoup);

const { tree: expression } = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
  leaf: fc.constantFrom(
    "1",
    "0.25",
    "true",
    "null",
    "room",
    "var.depth",
    '"mri ${room} $${x}"',
    "<<-EOT\n  a ${b}\n  EOT\n",
  ),
  tree: fc.oneof(
    { maxDepth: 4 },
    tie("leaf"),
    fc
      .tuple(tie("tree"), fc.constantFrom("+", "-", "*", "&&", "=="), tie("tree"))
      .map(([a, op, b]) => `(${a} ${op}${b})`),
    fc.array(tie("tree"), { maxLength: 3 }).map((items) => `[ ${items.join(" ,")}]`),
    fc
      .array(tie("tree"), { maxLength: 3 })
      .map((items) => `{${items.map((item) => `a=(${item})`).join(" , ")}}`),
    fc.array(tie("tree"), { maxLength: 3 }).map((items) => `max (${items.join(",\n")})`),
    tie("tree").map((inner) => `( ${inner})[0] . beds[*].id`),
    tie("tree").map((inner) => `[for a in (${inner}) : a  if a!=1]`),
    tie("tree").map((inner) => `"x  \${ (${inner}) }%{ if a }b%{endif}"`),
    tie("tree")
      .map((inner) => `-(${inner}) # beds\n`)
      .map((inner) => `(${inner})`),
  ),
}));
const item = fc.oneof(
  expression.map((value) => `attribute=(${value})`),
  expression.map((value) => `room "mri" {\n# a comment\nbeds   =(${value}) # another\n\n}`),
);
const configuration = fc
  .array(item, { maxLength: 5 })
  .map((items) => items.map((each, at) => each.replace("attribute", `a${"b".repeat(at)}`)).join("\n"));

function spansLieWithin(diagnostics: readonly Diagnostic[], length: number): boolean {
  const spans = diagnostics.flatMap(({ span, related = [] }) => [span, ...related.map((each) => each.span)]);
  return spans.every(
    (span) => span !== undefined && 0 <= span.start && span.start <= span.end && span.end <= length,
  );
}

describe("whatever the text", () => {
  it.each([
    ["parse", parse],
    ["parseExpression", parseExpression],
    ["parseTemplate", parseTemplate],
    ["format", format],
  ])("%s neither throws nor points outside of it", (_, read) => {
    fc.assert(
      fc.property(anything, (text) => {
        const { diagnostics } = read(source(text));
        expect(spansLieWithin(diagnostics, text.length)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("format is done once it was done", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = format(source(text)).value;
        expect(format(source(once)).value).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("whatever the configuration", () => {
  it("is read without complaint, and formatting changes neither its tree nor its comments", () => {
    fc.assert(
      fc.property(configuration, (text) => {
        const before = parse(source(text));
        expect(before.diagnostics).toEqual([]);
        const once = format(source(text)).value;
        const after = parse(source(once));
        expect(after.diagnostics).toEqual([]);
        expect(outlineBody(after.value.body)).toBe(outlineBody(before.value.body));
        expect(once.replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
        expect(format(source(once)).value).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});
