import { assertNever } from "@wf/parser";
import type { Shape } from "./shape.ts";
import { shapeNamed } from "./shape-named.ts";

type Found = readonly string[];
type Scalar = Extract<Shape, { readonly type: "string" | "integer" }>;

/** Every constraint of the shape that the value breaks, in AWS's words, which echo the value. */
export function violations(shapeName: string, value: unknown): Found {
  return violationsAt("", shapeNamed(shapeName), value);
}

function violationsAt(path: string, shape: Shape, value: unknown): Found {
  switch (shape.type) {
    case "string":
    case "integer":
      return scalarConstraints(shape, value).map((constraint) => failed(path, value, constraint));
    case "list":
      return [
        ...count(path, shape, value, Array.isArray(value) ? value.length : 0),
        ...items(value).flatMap((item, index) =>
          violationsAt(`${path}.${index + 1}.member`, shapeNamed(shape.member), item),
        ),
      ];
    case "map":
      return [
        ...count(path, shape, value, entries(value).length),
        ...entries(value).flatMap(([key, entry]) => [
          ...violationsAt(`${path}.${key}.key`, shapeNamed(shape.key), key),
          ...violationsAt(`${path}.${key}.value`, shapeNamed(shape.value), entry),
        ]),
      ];
    case "structure":
      return structure(path, shape, value);
    case "boolean":
    case "timestamp":
      return [];
    default:
      return assertNever(shape);
  }
}

function structure(
  path: string,
  shape: Extract<Shape, { readonly type: "structure" }>,
  value: unknown,
): Found {
  const present = new Map(entries(value));
  const missing = (shape.required ?? []).filter((name) => !present.has(name));
  return [
    ...missing.map(
      (name) => `Value null at '${join(path, name)}' failed to satisfy constraint: Member must not be null`,
    ),
    ...Object.entries(shape.members).flatMap(([name, member]) =>
      present.has(name) ? violationsAt(join(path, name), shapeNamed(member), present.get(name)) : [],
    ),
  ];
}

function scalarConstraints(shape: Scalar, value: unknown): Found {
  if (shape.type === "integer") return bounds("value", shape, Number(value));
  const text = String(value);
  const allowed = shape.enum;
  return [
    ...bounds("length", shape, text.length),
    ...(allowed === undefined || allowed.includes(text)
      ? []
      : [`Member must satisfy enum value set: [${allowed.join(", ")}]`]),
    ...(shape.pattern === undefined || whole(shape.pattern).test(text)
      ? []
      : [`Member must satisfy regular expression pattern: ${shape.pattern}`]),
  ];
}

function count(
  path: string,
  shape: { readonly min?: number; readonly max?: number },
  value: unknown,
  size: number,
): Found {
  return bounds("length", shape, size).map((constraint) => failed(path, value, constraint));
}

function bounds(
  what: string,
  { min, max }: { readonly min?: number; readonly max?: number },
  size: number,
): Found {
  if (min !== undefined && size < min) return [`Member must have ${what} greater than or equal to ${min}`];
  if (max !== undefined && size > max) return [`Member must have ${what} less than or equal to ${max}`];
  return [];
}

function failed(path: string, value: unknown, constraint: string): string {
  const shown = typeof value === "string" ? value : JSON.stringify(value);
  return `Value '${shown}' at '${path}' failed to satisfy constraint: ${constraint}`;
}

/** Members are named in camel case: `oidcConfig.clientSecret`. */
function join(path: string, name: string): string {
  const camel = name.charAt(0).toLowerCase() + name.slice(1);
  return path === "" ? camel : `${path}.${camel}`;
}

const patterns = new Map<string, RegExp>();

function whole(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(`^(?:${pattern})$`, "u");
  patterns.set(pattern, known);
  return known;
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}
