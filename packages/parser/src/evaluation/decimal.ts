import { Decimal as Arithmetic } from "decimal.js";

/**
 * Numbers as the language has them: exact decimals of 154 significant digits (what HCL's 512 bits hold), and never so
 * large or small that writing them out costs much.
 */
export const Decimal: typeof Arithmetic = Arithmetic.clone({
  precision: 154,
  rounding: Arithmetic.ROUND_HALF_EVEN,
  maxE: 5000,
  minE: -5000,
  toExpPos: 100_000,
  toExpNeg: -100_000,
});

/** An exact decimal number. */
export type Decimal = Arithmetic;

const numberForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** How long a text may be to write a number: more digits than are kept would be rounded only after all were read. */
const longestNumber = 20_000;

/** The number that a text writes in decimal digits, or undefined where it writes none (or one too large). */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > longestNumber || !numberForm.test(text)) return undefined;
  const number = new Decimal(text).plus(0);
  return number.isFinite() ? number : undefined;
}

/** A number's digits without an exponent. */
export function decimalText(number: Decimal): string {
  return number.isZero() ? "0" : number.toFixed();
}

/** The number as an integer of JavaScript, or undefined where it is none that is exact. */
export function safeInteger(number: Decimal): number | undefined {
  const plain = number.toNumber();
  return number.isInteger() && Number.isSafeInteger(plain) ? plain : undefined;
}
