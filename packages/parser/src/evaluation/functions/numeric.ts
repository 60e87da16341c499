import { Decimal } from "../decimal.ts";
import { eager, FunctionFailure, type FunctionDefinition } from "../function-definition.ts";
import { dynamicType, numberType, stringType } from "../types.ts";
import { numberValue, type NumberValue } from "../value.ts";
import { numberOf, sequenceOf, textOf, wholeOf } from "./arguments.ts";
import { convert } from "../convert.ts";

const number = { name: "number", type: numberType };

function ofNumber(description: string, compute: (given: Decimal) => Decimal): FunctionDefinition {
  return eager({
    description,
    parameters: [number],
    result: numberType,
    call: (values) => numberValue(compute(numberOf(values, 0))),
  });
}

function ofNumbers(description: string, choose: (...numbers: Decimal[]) => Decimal): FunctionDefinition {
  return eager({
    description,
    parameters: [number],
    rest: { name: "numbers", type: numberType },
    result: numberType,
    call: (values) => numberValue(choose(...values.map((_, index) => numberOf(values, index)))),
  });
}

/** The functions of numbers. */
export const numericFunctions = {
  abs: ofNumber("The number without its sign.", (given) => given.abs()),
  ceil: ofNumber("The smallest whole number that is not less.", (given) => given.ceil()),
  floor: ofNumber("The largest whole number that is not more.", (given) => given.floor()),
  log: eager({
    description: "The logarithm of a number to a base.",
    parameters: [number, { name: "base", type: numberType }],
    result: numberType,
    call: (values) =>
      float(Math.log(numberOf(values, 0).toNumber()) / Math.log(numberOf(values, 1).toNumber())),
  }),
  max: ofNumbers("The largest of the numbers.", (...numbers) => Decimal.max(...numbers)),
  min: ofNumbers("The smallest of the numbers.", (...numbers) => Decimal.min(...numbers)),
  parseint: eager({
    description: "The whole number that a text writes in a base from 2 to 62.",
    parameters: [
      { name: "number", type: dynamicType },
      { name: "base", type: numberType },
    ],
    result: numberType,
    call: (values) => {
      const [given] = values;
      const converted = given === undefined ? undefined : convert(given, stringType);
      if (converted === undefined || "mismatch" in converted)
        throw new FunctionFailure(0, "a string is required");
      return parseWhole(textOf([converted.value], 0), wholeOf(values, 1));
    },
  }),
  pow: eager({
    description: "A number raised to a power.",
    parameters: [number, { name: "power", type: numberType }],
    result: numberType,
    call: (values) => float(numberOf(values, 0).toNumber() ** numberOf(values, 1).toNumber()),
  }),
  signum: ofNumber("-1, 0 or 1: the sign of the number.", (given) =>
    given.isZero() ? given : new Decimal(given.isNegative() ? -1 : 1),
  ),
  sum: eager({
    description: "The sum of a list's numbers.",
    parameters: [{ name: "list", type: dynamicType }],
    result: numberType,
    call: (values) => {
      const { items } = sequenceOf(values, 0);
      if (items.length === 0) throw new FunctionFailure(0, "an empty list has no sum");
      let total = new Decimal(0);
      for (const [index, each] of items.entries()) {
        const converted = convert(each, numberType);
        if ("mismatch" in converted || converted.value.kind !== "number")
          throw new FunctionFailure(0, `element ${index} is not a number`);
        total = total.plus(converted.value.number);
      }
      if (!total.isFinite()) throw new FunctionFailure(0, "the sum is too large");
      return numberValue(total);
    },
  }),
} satisfies Record<string, FunctionDefinition>;

function float(result: number): NumberValue {
  if (!Number.isFinite(result)) throw new FunctionFailure(undefined, "the result is not a finite number");
  return numberValue(result);
}

function parseWhole(text: string, base: number): NumberValue {
  if (base < 2 || base > 62) throw new FunctionFailure(1, "the base must be from 2 to 62");
  const digits = /^[+-]/.test(text) ? text.slice(1) : text;
  const refuse = (): never => {
    throw new FunctionFailure(0, `it is not a whole number in base ${base}`, `it is ${JSON.stringify(text)}`);
  };
  if (digits === "" || digits.length > 5000) return refuse();
  let total = 0n;
  for (const digit of digits) {
    const worth = digitWorth(digit, base);
    if (worth === undefined || worth >= base) return refuse();
    total = total * BigInt(base) + BigInt(worth);
  }
  return numberValue(text.startsWith("-") ? -total : total);
}

/** Up to base 36 letters count alike in both cases; beyond it capitals follow the small ones. */
function digitWorth(digit: string, base: number): number | undefined {
  if (/^[0-9]$/.test(digit)) return Number(digit);
  if (/^[a-z]$/.test(digit)) return digit.charCodeAt(0) - 87;
  if (!/^[A-Z]$/.test(digit)) return undefined;
  return digit.charCodeAt(0) - (base <= 36 ? 55 : 29);
}
