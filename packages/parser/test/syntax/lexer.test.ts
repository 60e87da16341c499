import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isIdentifier } from "../../src/index.ts";
import { type Lexed, tokenize } from "../../src/syntax/lexer.ts";

function lexed(text: string, form: "code" | "bare" = "code"): string {
  return tokenize(text, form)
    .tokens.map(({ image, tokenType }) => `${tokenType.name} ${JSON.stringify(image)}`)
    .join(", ");
}

/** What is in no token and no comment. */
function leftOut(text: string, { tokens, comments }: Lexed): string {
  const all = [...tokens, ...comments].toSorted((one, other) => one.startOffset - other.startOffset);
  let at = 0;
  let rest = "";
  for (const { image, startOffset } of all) {
    expect(text.slice(startOffset, startOffset + image.length)).toBe(image);
    expect(startOffset).toBeGreaterThanOrEqual(at);
    rest += text.slice(at, startOffset);
    at = startOffset + image.length;
  }
  return rest + text.slice(at);
}

describe("the lexer", () => {
  it.each([
    [
      "a longer one first",
      "=>==...::~}",
      'FatArrow "=>", Operator "==", Ellipsis "...", DoubleColon "::", StripEnd "~}"',
    ],
    [
      "one that it is not",
      "= > & : .. ~",
      'Equals "=", Operator ">", Invalid "&", Colon ":", Dot ".", Dot ".", Invalid "~"',
    ],
    ["a minus in a name and before one", "a-1 -a", 'Identifier "a-1", Minus "-", Identifier "a"'],
    [
      "a name beyond ASCII",
      "röntgen 今日は 𝒜b",
      'Identifier "röntgen", Identifier "今日は", Identifier "𝒜b"',
    ],
    [
      "a number, whatever it is worth",
      "1.2.3e+4. 5e",
      'NumberDigits "1.2.3e+4", Dot ".", NumberDigits "5", Identifier "e"',
    ],
    [
      "a number's exponent, with a sign or without, or a name where there is none",
      "1E5 1e-5.2 1e+ 0.e1 2..5",
      'NumberDigits "1E5", NumberDigits "1e-5.2", NumberDigits "1", Identifier "e", Operator "+", NumberDigits "0.e1", NumberDigits "2..5"',
    ],
    ["a string without sequences", '"a\\"$b"', 'PlainString "\\"a\\\\\\"$b\\""'],
    [
      "a string that its line cuts off",
      '"a\nb',
      'QuoteStart "\\"", QuotedText "a", QuotedNewline "\\n", Identifier "b"',
    ],
    [
      "a string in a string",
      '"${f("}")}"',
      'QuoteStart "\\"", InterpolationStart "${", Identifier "f", LeftParenthesis "(", PlainString "\\"}\\"", RightParenthesis ")", RightBrace "}", QuoteEnd "\\""',
    ],
    [
      "a heredoc, to the line that holds its marker alone",
      "<<-EOT\nEOTX\n  EOT\n",
      'HeredocStart "<<-EOT\\n", HeredocText "EOTX\\n", HeredocEnd "  EOT", Newline "\\n"',
    ],
    [
      "a heredoc in a heredoc's sequence",
      "<<A\n${<<B\nA\nB\n}\nA\n",
      'HeredocStart "<<A\\n", InterpolationStart "${", HeredocStart "<<B\\n", HeredocText "A\\n", HeredocEnd "B", Newline "\\n", RightBrace "}", HeredocText "\\n", HeredocEnd "A", Newline "\\n"',
    ],
    ["a byte-order mark where the text begins, only", "\uFEFFa\uFEFF", 'Identifier "a", Invalid "\uFEFF"'],
    ["a closing brace that closes nothing", "}~}a", 'RightBrace "}", StripEnd "~}", Identifier "a"'],
    ["a carriage return", "\r\n\r", 'Newline "\\r\\n", Invalid "\\r"'],
  ])("reads %s", (_, text, tokens) => {
    expect(lexed(text)).toBe(tokens);
  });

  it("reads a template without quotes", () => {
    expect(lexed('"$${a}%{~ b ~}\n', "bare")).toBe(
      'BareText "\\"$${a}", DirectiveStart "%{~", Identifier "b", StripEnd "~}", BareText "\\n"',
    );
  });

  it("keeps comments apart, without the end of their line", () => {
    const { comments } = tokenize("a # b\r\n// c\n/* d\n*/ e /* f", "code");
    expect(comments.map(({ image }) => image)).toEqual(["# b", "// c", "/* d\n*/", "/* f"]);
  });

  it("leaves nothing out but blanks and a byte-order mark", () => {
    const pieces = fc.constantFrom(
      ...'{ } [ ] ( ) " ${ %{~ ~} $ %% $${ \n \r\n \r # // /* */ <<A\n A\n << a-b ö 1.5 .. => != & | \\ \u{1F600} \uFEFF'.split(
        " ",
      ),
      " ",
      "\t",
      "\uD800",
    );
    fc.assert(
      fc.property(fc.array(pieces), fc.constantFrom("code", "bare"), (all, form) => {
        const text = all.join("");
        expect(leftOut(text, tokenize(text, form))).toMatch(/^\uFEFF?[ \t]*$/);
      }),
    );
  });

  it("reads every character", () => {
    const everything = Array.from({ length: 0x1_00_00 }, (_, unit) => String.fromCharCode(unit)).join(" ");
    expect(leftOut(everything, tokenize(everything, "code"))).toMatch(/^[ \t]*$/);
  });
});

describe("a name", () => {
  it.each([
    ["room", true],
    ["_room-3", true],
    ["röntgen", true],
    ["今日は", true],
    ["𝒜", true],
    ["3room", false],
    ["-room", false],
    ["room.bed", false],
    ["room ", false],
    ["", false],
  ])("%j: %j", (text, verdict) => {
    expect(isIdentifier(text)).toBe(verdict);
  });
});
