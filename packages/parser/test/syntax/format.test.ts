import { describe, expect, it } from "vitest";
import { format } from "../../src/index.ts";
import { found, source } from "./marked.ts";

describe("the layout of a configuration", () => {
  it.each([
    [
      "aligns the equals signs of attributes that follow each other",
      "mri=1\nxray = 2\n\nct=3\n",
      "mri  = 1\nxray = 2\n\nct = 3\n",
    ],
    ["indents by two spaces a level", "room {\nbed {\na=1\n}\n}\n", "room {\n  bed {\n    a = 1\n  }\n}\n"],
    [
      "aligns comments that follow each other",
      "a=1 # one\nbcd=22 // two\n",
      "a   = 1  # one\nbcd = 22 // two\n",
    ],
    ["counts what is seen, not units", "𝒜 = 1\nbeds = 2\n", "𝒜    = 1\nbeds = 2\n"],
    ["spaces operators and lists", "a=[1,2 , -b+c*- d]\n", "a = [1, 2, -b + c * -d]\n"],
    ["leaves calls, indexes and attributes together", "a=upper ( b [0] . c )\n", "a = upper(b[0].c)\n"],
    ["gives braces room", "a={b=1}\nc={}\n", "a = { b = 1 }\nc = {}\n"],
    ["leaves heredocs alone", "a {\nb=<<EOT\n  x=1\nEOT\n}\n", "a {\n  b = <<EOT\n  x=1\nEOT\n}\n"],
    ["leaves a template's text alone", 'a="x  ${ b }  ${c}${d}"\n', 'a = "x  ${b}  ${c}${d}"\n'],
    ["keeps comments of every form", "/* a */ b=1\n#c\n  //d\n", "/* a */ b = 1\n#c\n//d\n"],
    ["keeps Windows line ends", "a=1\r\nbc=2\r\n", "a  = 1\r\nbc = 2\r\n"],
    ["keeps a byte-order mark", "\uFEFFa=1\n", "\uFEFFa = 1\n"],
    ["adds no newline at the end", "a=1", "a = 1"],
  ])("%s", (_, before, after) => {
    expect(format(source(before))).toEqual({ value: after, diagnostics: [] });
    expect(format(source(after)).value).toBe(after);
  });

  it("is not touched where there are mistakes", () => {
    const { value, diagnostics } = format(source("a=[1 2]\n"));
    expect(value).toBe("a=[1 2]\n");
    expect(found(diagnostics)).toEqual([["missing-comma", 5, 6]]);
  });
});
