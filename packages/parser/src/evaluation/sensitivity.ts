import type { Value } from "./value.ts";

/**
 * Why a value must not be shown: it was declared sensitive (which `nonsensitive` may take back), or it came from the
 * environment (which nothing takes back, for a plan may be made of a stranger's configuration and shown in public).
 */
export type Sensitivity = false | "declared" | "environment";

/** The stronger of two sensitivities. */
export function moreSensitive(left: Sensitivity, right: Sensitivity): Sensitivity {
  if (left === "environment" || right === "environment") return "environment";
  return left === false ? right : left;
}

/** The value, not to be shown. */
export function sensitive<V extends Value>(value: V, why: Sensitivity = "declared"): V {
  const stronger = moreSensitive(value.sensitive, why);
  return stronger === value.sensitive ? value : { ...value, sensitive: stronger };
}

/** How sensitive a value is, with all within it. */
export function sensitivityOf(value: Value): Sensitivity {
  return moreSensitive(value.sensitive, value.extent.sensitive);
}

/** Whether it or anything within it must not be shown. */
export function containsSensitive(value: Value): boolean {
  return sensitivityOf(value) !== false;
}

/** The value as it is before its own sensitivity; what is within it keeps its own. */
export function unmarked<V extends Value>(value: V): V {
  return value.sensitive === false ? value : { ...value, sensitive: false };
}
