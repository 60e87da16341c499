import { convert, type Conversion } from "./convert.ts";
import { sensitive } from "./sensitivity.ts";
import type { Defaults, TypeConstraint } from "./type-constraint.ts";
import { objectValue, tupleValue, type Value } from "./value.ts";

/** The value with the defaults of what it lacks, converted to the constraint's type; or where it does not fit. */
export function applyConstraint(value: Value, constraint: TypeConstraint): Conversion {
  return convert(withDefaults(value, constraint.defaults), constraint.type);
}

/** Fills in the optional attributes that are missing or null. */
function withDefaults(value: Value, defaults: Defaults | undefined): Value {
  if (defaults === undefined) return value;
  if (value.kind === "sequence") {
    const items = value.items.map((each, index) => withDefaults(each, partOf(defaults, String(index))));
    // Filled in, the elements of a list may be of types that only the conversion brings together again.
    return sensitive(tupleValue(items), value.sensitive);
  }
  if (value.kind !== "mapping") return value;
  const entries = new Map(
    [...value.entries].map(([key, each]) => [key, withDefaults(each, partOf(defaults, key))]),
  );
  for (const [name, byDefault] of defaults.values) {
    const given = entries.get(name);
    if (given === undefined || given.kind === "null")
      entries.set(name, withDefaults(byDefault, partOf(defaults, name)));
  }
  return sensitive(objectValue(entries), value.sensitive);
}

function partOf(defaults: Defaults, key: string): Defaults | undefined {
  return defaults.within.get(key) ?? defaults.within.get("*");
}
