import { conversionType, missingAttributes } from "./conversion-type.ts";
import { decimalText, parseDecimal } from "./decimal.ts";
import { limits } from "./limits.ts";
import {
  attributeStep,
  indexStep,
  keyStep,
  mismatch,
  required,
  within,
  type Mismatch,
  type PathStep,
} from "./mismatch.ts";
import { containsSensitive, sensitive } from "./sensitivity.ts";
import { setValue } from "./set-value.ts";
import {
  sameType,
  type ListType,
  type MapType,
  type ObjectType,
  type SetType,
  type TupleType,
  type Type,
} from "./types.ts";
import {
  boolValue,
  mapping,
  nullValue,
  numberValue,
  sequence,
  stringValue,
  unknownValue,
  type MappingValue,
  type SequenceValue,
  type Value,
} from "./value.ts";

/** A converted value, or where and why there is none. */
export type Conversion = { readonly value: Value } | { readonly mismatch: Mismatch };

/**
 * The value as one of a type. Sensitivity goes along; a mismatch in a sensitive value shows no key of it.
 *
 * @example convert(tupleValue([numberValue(1)]), listType(stringType)) // { value: ["1"] }
 */
export function convert(value: Value, to: Type): Conversion {
  if (sameType(value.type, to)) return { value };
  const result = conversionType(value.type, to);
  const converted = "type" in result ? coerce(value, result.type) : result;
  if ("value" in converted || !containsSensitive(value)) return converted;
  const path = converted.mismatch.path.map((step) => (step.reveals ? { ...step, text: "[…]" } : step));
  return { mismatch: { path, reason: converted.mismatch.reason } };
}

/** Converts to a type that `conversionType` gave for the value's own. */
function coerce(value: Value, to: Type): Conversion {
  if (sameType(value.type, to)) return { value };
  const made = make(value, to);
  return "value" in made ? { value: sensitive(made.value, value.sensitive) } : made;
}

function make(value: Value, to: Type): Conversion {
  if (value.kind === "null") return { value: nullValue(to) };
  if (value.kind === "unknown") return { value: unknownValue(to, value.notNull) };
  switch (to.kind) {
    case "string":
      return makeString(value);
    case "number":
      return makeNumber(value);
    case "bool":
      return makeBool(value);
    case "list":
    case "set":
    case "tuple":
      return value.kind === "sequence" ? makeSequence(value, to) : refused(value, to);
    case "map":
      return value.kind === "mapping" ? makeMap(value, to) : refused(value, to);
    case "object":
      return value.kind === "mapping" ? makeObject(value, to) : refused(value, to);
    default:
      return { value };
  }
}

function refused(value: Value, to: Type): Conversion {
  return { mismatch: required(to, value.type) };
}

function makeString(value: Value): Conversion {
  if (value.kind === "number") return { value: stringValue(decimalText(value.number)) };
  return value.kind === "bool"
    ? { value: stringValue(String(value.truth)) }
    : { mismatch: mismatch("a string is required") };
}

function makeNumber(value: Value): Conversion {
  const number = value.kind === "string" ? parseDecimal(value.text) : undefined;
  return number === undefined
    ? { mismatch: mismatch("a number is required, and this string does not write one") }
    : { value: numberValue(number) };
}

const truths = new Map([
  ["true", true],
  ["1", true],
  ["false", false],
  ["0", false],
]);

function makeBool(value: Value): Conversion {
  const text = value.kind === "string" ? value.text : "";
  const truth = truths.get(text);
  if (truth !== undefined) return { value: boolValue(truth) };
  const lower = /^(?:true|false)$/i.test(text) ? ", in lower case" : "";
  return { mismatch: mismatch(`a bool is required: of strings, only "true" and "false" are taken${lower}`) };
}

/** How much text a conversion has made: a number has few digits and, written out, may be thousands of characters. */
function textMade(from: Value, to: Value): number {
  if (from === to) return 0;
  return to.kind === "string" ? to.text.length : to.extent.text;
}

const tooMuchText: Conversion = {
  mismatch: mismatch(`the strings in it would have more than ${limits.text} characters`),
};

function makeSequence(value: SequenceValue, to: ListType | SetType | TupleType): Conversion {
  const items: Value[] = [];
  let text = 0;
  for (const [index, each] of value.items.entries()) {
    const wanted = to.kind === "tuple" ? to.elements[index] : to.element;
    const converted = coerce(each, wanted ?? each.type);
    if ("mismatch" in converted) return { mismatch: within(indexStep(index), converted.mismatch) };
    text += textMade(each, converted.value);
    if (text > limits.text) return tooMuchText;
    items.push(converted.value);
  }
  return { value: to.kind === "set" ? setValue(to.element, items) : sequence(to, items) };
}

function makeMap(value: MappingValue, to: MapType): Conversion {
  const entries = new Map<string, Value>();
  let text = 0;
  for (const [key, each] of value.entries) {
    const converted = coerce(each, to.element);
    if ("mismatch" in converted) return { mismatch: within(keyStep(key), converted.mismatch) };
    text += textMade(each, converted.value);
    if (text > limits.text) return tooMuchText;
    entries.set(key, converted.value);
  }
  return { value: mapping(to, entries) };
}

function makeObject(value: MappingValue, to: ObjectType): Conversion {
  const entries = new Map<string, Value>();
  for (const [name, wanted] of to.attributes) {
    const given = value.entries.get(name);
    if (given === undefined && value.type.kind === "map") return { mismatch: missingAttributes([name]) };
    const step: PathStep = attributeStep(name);
    const converted = given === undefined ? { value: nullValue(wanted) } : coerce(given, wanted);
    if ("mismatch" in converted) return { mismatch: within(step, converted.mismatch) };
    entries.set(name, converted.value);
  }
  return { value: mapping(to, entries) };
}
