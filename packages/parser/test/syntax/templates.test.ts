import { describe, expect, it } from "vitest";
import { parseExpression, parseTemplate } from "../../src/index.ts";
import { source } from "./marked.ts";
import { outline } from "./outline.ts";

describe("a template", () => {
  it.each([
    ["is text with values in it", '"MRI ${room} of ${site}"', '"MRI ${room} of ${site}"'],
    ["knows escapes", String.raw`"a\n\t\"\\\u00e9\U0001F9AC"`, '"a\n\t"\\é🦬"'],
    ["writes ${ and %{ by doubling their sign", '"$${a} %%{b} $a 100% $$"', '"${a} %{b} $a 100% $$"'],
    ["nests in itself", '"a${"b${"c"}"}"', '"a${"b${"c"}"}"'],
    ["holds objects", '"${{ a = "}" }}"', '"${{a: "}"}}"'],
    ["keeps what stands alone apart from text", '"${room}"', '"${room}"'],
    ["is empty", '""', '""'],
    ["strips white space beside ~", '"a  ${~ b ~}  c"', '"a${b}c"'],
    ["branches", '"%{ if open }yes%{ else }no%{ endif }"', '"%{if open|yes|no}"'],
    ["repeats", '"%{ for k, v in rooms }${k}%{ endfor }"', '"%{for k v in rooms|${k}}"'],
    [
      "nests directives",
      '"%{for r in rooms}%{if r.open}${r.name}%{endif}%{endfor}"',
      '"%{for r in rooms|%{if r.open|${r.name}}}"',
    ],
    ["is a heredoc", "<<EOT\n one\n  two\nEOT\n", '" one\n  two\n"'],
    [
      "takes the common indentation from <<-",
      "<<-EOT\n    one\n\n      two ${x}\n    EOT\n",
      '"one\n\n  two ${x}\n"',
    ],
    ["keeps backslashes in a heredoc", "<<EOT\na\\n${b}\nEOT\n", '"a\\n${b}\n"'],
    ["ends a heredoc only at the marker alone", "<<EOT\nEOTX\n EOT x\nEOT \n", '"EOTX\n EOT x\n"'],
    [
      "strips one line's white space in a heredoc",
      "<<EOT\na\n  %{~ if b }\nc\n%{ endif ~}\nEOT\n",
      '"a\n%{if b|\nc\n}"',
    ],
    ["nests heredocs", "<<A\n${<<B\nin\nB\n}out\nA\n", '"${"in\n"}out\n"'],
    ["takes Windows line ends", "<<A\r\na\r\nA\r\n", '"a\r\n"'],
    ["composes its text", '"re\u0301sume\u0301"', '"r\u00e9sum\u00e9"'],
  ])("%s", (_, text, tree) => {
    const { value, diagnostics } = parseExpression(source(text));
    expect(diagnostics).toEqual([]);
    expect(outline(value)).toBe(tree);
  });

  it("needs no quotes", () => {
    const { value, diagnostics } = parseTemplate(source('Room "${room}"\n%{ if open }open%{ endif }\n'));
    expect(diagnostics).toEqual([]);
    expect(outline(value)).toBe('"Room "${room}"\n%{if open|open}\n"');
  });
});
