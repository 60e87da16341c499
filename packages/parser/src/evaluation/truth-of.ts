import { convert } from "./convert.ts";
import { mismatchText } from "./mismatch.ts";
import { boolType } from "./types.ts";
import type { Value } from "./value.ts";

/** Whether a condition holds, undefined where that is not known yet; or why it is none. */
export type Truth = { readonly truth: boolean | undefined } | { readonly reason: string };

/** What a value says as a condition. */
export function truthOf(value: Value): Truth {
  if (value.kind === "null") return { reason: "a bool is required, and this is null" };
  const converted = convert(value, boolType);
  if ("mismatch" in converted) return { reason: mismatchText(converted.mismatch) };
  return { truth: converted.value.kind === "bool" ? converted.value.truth : undefined };
}
