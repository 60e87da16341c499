import { append } from "../append.ts";
import type { Expression, FunctionCall, ObjectConstructor } from "../syntax/ast.ts";
import { literalText } from "../syntax/literal-text.ts";
import { diagnostic, hasErrors, type Diagnostic, type WithDiagnostics } from "../text/diagnostic.ts";
import { suggest } from "../text/suggest.ts";
import { convert } from "./convert.ts";
import { evaluate } from "./evaluate.ts";
import { mismatchText } from "./mismatch.ts";
import { boolType, dynamicType, numberType, objectType, stringType, tupleType, type Type } from "./types.ts";
import type { Value } from "./value.ts";

/** What a variable takes: a type, and what stands for the optional attributes that a value lacks. */
export interface TypeConstraint {
  readonly type: Type;
  readonly defaults: Defaults | undefined;
}

/** Defaults of optional attributes, in the shape of the type that holds them. */
export interface Defaults {
  /** Of an object's own attributes. */
  readonly values: ReadonlyMap<string, Value>;
  /** Within attributes of an object, elements of a tuple (by number), or each element of a collection (by `*`). */
  readonly within: ReadonlyMap<string, Defaults>;
}

/** The constraint that takes any value as it is. */
const anyConstraint: TypeConstraint = { type: dynamicType, defaults: undefined };

const names: ReadonlyMap<string, Type> = new Map<string, Type>([
  ["string", stringType],
  ["number", numberType],
  ["bool", boolType],
  ["any", dynamicType],
]);

const constructors = ["list", "set", "map", "tuple", "object"];

/**
 * Reads a type as it is written in a variable's `type`.
 *
 * @example typeConstraint(parse("object({ site = string, beds = optional(number, 2) })"))
 */
export function typeConstraint(expression: Expression): WithDiagnostics<TypeConstraint> {
  const diagnostics: Diagnostic[] = [];
  const value = read(expression, diagnostics) ?? anyConstraint;
  return { value, diagnostics };
}

function read(expression: Expression, diagnostics: Diagnostic[]): TypeConstraint | undefined {
  if (expression.kind === "invalid") return undefined;
  if (expression.kind === "parentheses") return read(expression.expression, diagnostics);
  const refuse = (reason: string): undefined => {
    diagnostics.push(diagnostic("invalid-type", expression.span, { reason }));
  };
  if (expression.kind === "variable") {
    const type = names.get(expression.name);
    if (type !== undefined) return { type, defaults: undefined };
    if (constructors.includes(expression.name))
      return refuse(
        `${expression.name} needs what it holds in parentheses, such as ${exampleOf(expression.name)}.`,
      );
    const near = suggest(expression.name, [...names.keys(), ...constructors]);
    return refuse(
      `There is no type "${expression.name}".${near === undefined ? "" : ` Did you mean ${near}?`}`,
    );
  }
  if (expression.kind === "template") return refuse("A type is written without quotes.");
  if (expression.kind !== "call") return refuse("A type is a name, not a value.");
  const [argument, ...surplus] = expression.arguments;
  const name = expression.name.name;
  if (!constructors.includes(name))
    return refuse(
      name === "optional"
        ? "optional(T) stands only directly within object({ … })."
        : `There is no type "${name}(…)".`,
    );
  if (argument === undefined || surplus.length > 0 || expression.expanded)
    return refuse(`${name} takes one argument, such as ${exampleOf(name)}.`);
  if (name === "list" || name === "set" || name === "map") {
    const element = read(argument, diagnostics);
    if (element === undefined) return undefined;
    return { type: { kind: name, element: element.type }, defaults: nested([["*", element.defaults]]) };
  }
  if (name === "tuple") {
    if (argument.kind !== "tuple")
      return refuse("tuple takes a list of types, such as tuple([string, number]).");
    return readTuple(argument.items, diagnostics);
  }
  if (argument.kind !== "object")
    return refuse("object takes attributes, such as object({ name = string }).");
  return readObject(argument, diagnostics);
}

function exampleOf(constructor: string): string {
  if (constructor === "object") return "object({ name = string })";
  return constructor === "tuple" ? "tuple([string, number])" : `${constructor}(string)`;
}

function nested(parts: readonly (readonly [string, Defaults | undefined])[]): Defaults | undefined {
  const some = parts.flatMap(([key, each]) => (each === undefined ? [] : [[key, each] as const]));
  return some.length === 0 ? undefined : { values: new Map(), within: new Map(some) };
}

function readTuple(items: readonly Expression[], diagnostics: Diagnostic[]): TypeConstraint | undefined {
  const elements = items.flatMap((each) => read(each, diagnostics) ?? []);
  if (elements.length < items.length) return undefined;
  return {
    type: tupleType(elements.map((each) => each.type)),
    defaults: nested(elements.map((each, index) => [String(index), each.defaults] as const)),
  };
}

function readObject(object: ObjectConstructor, diagnostics: Diagnostic[]): TypeConstraint | undefined {
  const attributes = new Map<string, Type>();
  const optional = new Set<string>();
  const values = new Map<string, Value>();
  const within = new Map<string, Defaults>();
  let whole = true;
  for (const { key, value } of object.items) {
    const name = key.kind === "name" ? key.name : literalText(key.expression);
    if (name === undefined || name === "") {
      diagnostics.push(
        diagnostic("invalid-type", key.span, { reason: "An attribute's name is written out." }),
      );
      whole = false;
      continue;
    }
    const call = value.kind === "call" && value.name.name === "optional" ? value : undefined;
    const type = read(call?.arguments[0] ?? value, diagnostics);
    if (type === undefined) {
      whole = false;
      continue;
    }
    attributes.set(name, type.type);
    if (type.defaults !== undefined) within.set(name, type.defaults);
    if (call === undefined) continue;
    optional.add(name);
    const byDefault = defaultOf(call, type, diagnostics);
    if (byDefault !== undefined) values.set(name, byDefault);
  }
  if (!whole) return undefined;
  const defaults = values.size + within.size === 0 ? undefined : { values, within };
  return { type: objectType(attributes, optional), defaults };
}

function defaultOf(
  call: FunctionCall,
  constraint: TypeConstraint,
  diagnostics: Diagnostic[],
): Value | undefined {
  const [, written, ...surplus] = call.arguments;
  if (surplus[0] !== undefined)
    diagnostics.push(
      diagnostic("invalid-type", surplus[0].span, { reason: "optional takes a type and a default." }),
    );
  if (written === undefined) return undefined;
  const given = evaluate(written, { variables: new Map() });
  append(diagnostics, given.diagnostics);
  if (hasErrors(given.diagnostics)) return undefined;
  const fitted = convert(given.value, constraint.type);
  if ("value" in fitted) return fitted.value;
  diagnostics.push(diagnostic("invalid-default", written.span, { reason: mismatchText(fitted.mismatch) }));
  return undefined;
}
