import { countGraphemes } from "../../text/graphemes.ts";
import { convert } from "../convert.ts";
import { decimalText, type Decimal } from "../decimal.ts";
import { FunctionFailure } from "../function-definition.ts";
import { checkTextLength } from "../limits.ts";
import { boolType, numberType, stringType, type Type } from "../types.ts";
import type { Value } from "../value.ts";
import { characters } from "./characters.ts";
import { encodeJson } from "./json.ts";

const directive =
  /%(?:%|(?<flags>[ +\-#0]*)(?<width>(?:[1-9]\d*)?)(?:\.(?<precision>\d*))?(?:\[(?<index>\d+)\])?(?<verb>[a-zA-Z])|(?<broken>[^]?))/g;

interface Directive {
  readonly written: string;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly verb: string;
}

/** Fills a pattern with Go's verbs as Terraform's `format` knows them; `args` are the arguments after the pattern. */
export function formatText(pattern: string, args: readonly Value[]): string {
  let next = 0;
  let used = 0;
  let length = 0;
  const result = pattern.replace(directive, (written: string, ...rest: unknown[]) => {
    if (written === "%%") return "%";
    const groups = groupsOf(rest.at(-1));
    if (groups["verb"] === undefined)
      throw new FunctionFailure(0, `${JSON.stringify(written)} is no verb; write %% for a percent sign`);
    const position = groups["index"] === undefined ? next : Number(groups["index"]) - 1;
    next = position + 1;
    used = Math.max(used, next);
    const value = args[position];
    if (value === undefined)
      throw new FunctionFailure(
        0,
        `${written} wants argument ${position + 1} of the pattern, but there are ${args.length}`,
      );
    const filled = fill(
      {
        written,
        flags: groups["flags"] ?? "",
        width: Number(groups["width"] ?? 0),
        precision: groups["precision"] === undefined ? undefined : Number(groups["precision"]),
        verb: groups["verb"],
      },
      value,
      position + 1,
    );
    length += filled.length;
    checkTextLength(length);
    return filled;
  });
  if (used < args.length)
    throw new FunctionFailure(used + 1, `the pattern uses only ${used} of ${args.length} arguments`);
  return result;
}

function groupsOf(last: unknown): Readonly<Record<string, string | undefined>> {
  return typeof last === "object" && last !== null ? { ...last } : {};
}

function fill(given: Directive, value: Value, argument: number): string {
  checkTextLength(given.width + (given.precision ?? 0));
  if (given.precision !== undefined && given.precision > 5000)
    throw new FunctionFailure(0, `${given.written} asks for too many digits`);
  const body = bodyOf(given, value, argument);
  const zeros =
    given.flags.includes("0") && !given.flags.includes("-") && given.verb !== "s" && given.verb !== "q";
  const missing = given.width === 0 ? 0 : given.width - countGraphemes(body);
  if (missing <= 0) return body;
  if (given.flags.includes("-")) return body + " ".repeat(missing);
  if (!zeros) return " ".repeat(missing) + body;
  const sign = /^[+\- ]/.exec(body)?.[0] ?? "";
  return sign + "0".repeat(missing) + body.slice(sign.length);
}

function bodyOf(given: Directive, value: Value, argument: number): string {
  switch (given.verb) {
    case "v":
      return valueText(value, given.flags.includes("#"));
    case "s":
    case "q": {
      const full = expect(value, stringType, given, argument);
      const text = full.kind === "string" ? full.text : "";
      const cut = given.precision === undefined ? text : characters(text).slice(0, given.precision).join("");
      return given.verb === "q" ? JSON.stringify(cut) : cut;
    }
    case "t": {
      const truth = expect(value, boolType, given, argument);
      return truth.kind === "bool" ? String(truth.truth) : "";
    }
    case "d":
    case "b":
    case "o":
    case "x":
    case "X":
    case "e":
    case "E":
    case "f":
    case "g":
    case "G": {
      const number = expect(value, numberType, given, argument);
      return number.kind === "number" ? withSign(numberText(number.number, given), given.flags) : "";
    }
    default:
      throw new FunctionFailure(0, `there is no verb ${given.written}`);
  }
}

function valueText(value: Value, asJson: boolean): string {
  if (asJson) return encodeJson(value);
  if (value.kind === "string") return value.text;
  return encodeJson(value);
}

function expect(value: Value, type: Type, { written }: Directive, argument: number): Value {
  const converted = convert(value, type);
  if (value.kind !== "null" && "value" in converted) return converted.value;
  const found = value.kind === "null" ? "null" : `a ${value.type.kind}`;
  throw new FunctionFailure(argument, `${written} takes a ${type.kind}, not ${found}`);
}

function withSign(text: string, flags: string): string {
  if (text.startsWith("-")) return text;
  return flags.includes("+") ? `+${text}` : flags.includes(" ") ? ` ${text}` : text;
}

const bases: Readonly<Record<string, number>> = { d: 10, b: 2, o: 8, x: 16, X: 16 };

function numberText(number: Decimal, { verb, flags, precision }: Directive): string {
  const base = bases[verb];
  if (base !== undefined) {
    const whole = BigInt(decimalText(number.trunc()));
    const digits = (whole < 0n ? -whole : whole).toString(base);
    const prefix = flags.includes("#") ? ({ b: "0b", o: "0", x: "0x", X: "0X" }[verb] ?? "") : "";
    return `${whole < 0n ? "-" : ""}${prefix}${verb === "X" ? digits.toUpperCase() : digits}`;
  }
  if (verb === "f") return number.toFixed(precision ?? 6);
  if (verb === "e" || verb === "E") return exponential(number, precision ?? 6, verb);
  return shortest(number, precision, verb);
}

function exponential(number: Decimal, precision: number | undefined, verb: string): string {
  const written = precision === undefined ? number.toExponential() : number.toExponential(precision);
  const padded = written.replace(/e([+-])(\d)$/, "e$10$2");
  return verb === "E" || verb === "G" ? padded.toUpperCase() : padded;
}

/** %g: with an exponent only where the number is very large or small. */
function shortest(number: Decimal, precision: number | undefined, verb: string): string {
  const rounded = precision === undefined ? number : number.toSignificantDigits(Math.max(1, precision));
  const exponent = rounded.isZero() ? 0 : rounded.e;
  const most = precision === undefined ? 21 : Math.max(1, precision);
  if (exponent >= -4 && exponent < most) return decimalText(rounded);
  return exponential(rounded, undefined, verb);
}
