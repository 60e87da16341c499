import { assertNever } from "@wf/parser";
import { type ApiError, apiError, validationError } from "./api-error.ts";
import type { Shape } from "./shape.ts";
import { shapeNamed } from "./shape-named.ts";
import type { ShapeName, ValueOf } from "./value-of.ts";
import { violations } from "./violations.ts";

/** A call's body as a typed value, or what AWS says of it. */
export type Reading<Name extends ShapeName> =
  | { readonly kind: "read"; readonly value: ValueOf<Name> }
  | { readonly kind: "refused"; readonly error: ApiError };

/** Reads JSON as a shape of the API: types first, then constraints, all violations in one error, unknown members dropped. */
export function readInput<Name extends ShapeName>(name: Name, body: unknown): Reading<Name> {
  const value = deserialize(shapeNamed(name), body);
  if (value === mismatch) {
    return { kind: "refused", error: apiError("SerializationException", "The request's types do not fit.") };
  }
  const found = violations(name, value);
  if (conforms<Name>(value, found.length)) return { kind: "read", value };
  const count = `${found.length} validation error${found.length === 1 ? "" : "s"} detected`;
  return { kind: "refused", error: validationError(`${count}: ${found.join("; ")}`) };
}

/** A deserialized value without violations is one of its shape. */
function conforms<Name extends ShapeName>(value: unknown, violationCount: number): value is ValueOf<Name> {
  return value !== undefined && violationCount === 0;
}

const mismatch = Symbol("mismatch");

function deserialize(shape: Shape, value: unknown): unknown {
  switch (shape.type) {
    case "string":
      return typeof value === "string" ? value : mismatch;
    case "integer":
      return Number.isInteger(value) ? value : mismatch;
    case "timestamp":
      return typeof value === "number" ? value : mismatch;
    case "boolean":
      return typeof value === "boolean" ? value : mismatch;
    case "list":
      return Array.isArray(value)
        ? all(value.map((item) => deserialize(shapeNamed(shape.member), item)))
        : mismatch;
    case "map":
      return isRecord(value) ? entries(value, () => shape.value) : mismatch;
    case "structure":
      return isRecord(value) ? entries(value, (key) => shape.members[key]) : mismatch;
    default:
      return assertNever(shape);
  }
}

function entries(
  record: Readonly<Record<string, unknown>>,
  shapeAt: (key: string) => string | undefined,
): unknown {
  const read = Object.entries(record).flatMap(([key, value]) => {
    const name = shapeAt(key);
    return name === undefined || value === null ? [] : [[key, deserialize(shapeNamed(name), value)] as const];
  });
  return read.some(([, value]) => value === mismatch) ? mismatch : Object.fromEntries(read);
}

function all(items: readonly unknown[]): unknown {
  return items.includes(mismatch) ? mismatch : items;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
