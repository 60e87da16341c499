import type { FunctionDefinition, Parameter } from "../evaluation/function-definition.ts";
import { typeText } from "../evaluation/types.ts";
import type { AttributeSchema, BlockSchema } from "../model/schema.ts";

/** A block's type and labels, as it is written: `workteam "NAME"`. */
export function blockHeadline({ type, labels }: BlockSchema): string {
  return [type, ...labels.map((label) => `"${label.toUpperCase()}"`)].join(" ");
}

/** What an attribute's expression must be: a type, or one of the forms that are not evaluated to a value. */
export function attributeKind({ form, type }: AttributeSchema): string {
  switch (form) {
    case "value":
      return typeText(type);
    case "reference":
      return "a reference";
    case "names":
      return "a list of names";
    default:
      return "an expression";
  }
}

/** What an attribute's value may be beyond its type, as clauses. */
export function allowedValues({ text, keys, range, count }: AttributeSchema): readonly string[] {
  const collection = count !== undefined || keys !== undefined;
  return [
    keys === undefined ? [] : `each key ${keys.allowed}`,
    text === undefined ? [] : `${collection ? "each value " : ""}${text.allowed}`,
    range === undefined ? [] : `a whole number from ${range.minimum} to ${range.maximum}`,
    count === undefined
      ? []
      : count.minimum === 0
        ? `at most ${count.maximum} of them`
        : `${count.minimum} to ${count.maximum} of them`,
  ].flat();
}

/** How a function is called: `merge(maps...)`. */
export function functionSignature(
  name: string,
  { parameters, rest, restAtMost }: FunctionDefinition,
): string {
  const more = rest === undefined ? [] : [restAtMost === 1 ? `[${rest.name}]` : `${rest.name}...`];
  return `${name}(${[...parameters.map((each) => each.name), ...more].join(", ")})`;
}

/** A function's parameters, what it takes any number of included. */
export function parametersOf({ parameters, rest }: FunctionDefinition): readonly Parameter[] {
  return rest === undefined ? parameters : [...parameters, rest];
}

/** What a parameter takes. */
export function parameterKind({ type, nullable }: Parameter): string {
  return `${typeText(type)}${nullable === true ? ", or null" : ""}`;
}
