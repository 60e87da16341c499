import { sensitivityOf } from "./sensitivity.ts";
import { mapping, sequence, type Value } from "./value.ts";

/** The value with no sensitivity in it at all. Whoever calls it owes the result's sensitivity. */
export function openly<V extends Value>(value: V): V;
export function openly(value: Value): Value {
  if (sensitivityOf(value) === false) return value;
  if (value.extent.sensitive === false) return { ...value, sensitive: false };
  if (value.kind === "sequence") return sequence(value.type, value.items.map(openly));
  if (value.kind !== "mapping") return { ...value, sensitive: false };
  return mapping(value.type, new Map([...value.entries].map(([key, each]) => [key, openly(each)])));
}
