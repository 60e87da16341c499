import { quote } from "../syntax/quote.ts";
import type { Plain } from "./plain.ts";

/** Data as an expression of the language, on one line: reading it back gives the same data. */
export function printExpression(plain: Plain): string {
  if (typeof plain === "string") return quote(plain);
  if (typeof plain !== "object" || plain === null) return String(plain);
  if (Array.isArray(plain)) return `[${plain.map(printExpression).join(", ")}]`;
  const entries = Object.entries(plain).map(([key, value]) => `${quote(key)} = ${printExpression(value)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
