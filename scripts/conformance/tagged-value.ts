import {
  boolType,
  boolValue,
  dynamicType,
  listType,
  listValue,
  mapType,
  mapValue,
  nullValue,
  numberType,
  numberValue,
  objectType,
  objectValue,
  parseDecimal,
  sensitive,
  setType,
  setValue,
  stringType,
  stringValue,
  tupleType,
  tupleValue,
  unknownValue,
  type Type,
  type Value,
} from "@wf/parser";

/** A value as the reference's data tags it. */
export interface Tagged {
  readonly k: string;
  readonly v?: unknown;
  readonly type?: unknown;
  readonly elem?: unknown;
  readonly notNull?: boolean;
}

/** The type that cty's JSON form says. */
function typeOf(tag: unknown): Type {
  if (tag === "string") return stringType;
  if (tag === "number") return numberType;
  if (tag === "bool") return boolType;
  if (!Array.isArray(tag)) return dynamicType;
  const [kind, inner]: readonly unknown[] = tag;
  if (kind === "list") return listType(typeOf(inner));
  if (kind === "set") return setType(typeOf(inner));
  if (kind === "map") return mapType(typeOf(inner));
  if (kind === "tuple") return tupleType(Array.isArray(inner) ? inner.map(typeOf) : []);
  return objectType(Object.entries(Object(inner)).map(([name, each]) => [name, typeOf(each)] as const));
}

/** The value that a tagged one says; any mark is sensitivity. */
export function valueOf(tagged: Tagged): Value {
  switch (tagged.k) {
    case "string":
      return stringValue(String(tagged.v));
    case "number": {
      const number = parseDecimal(String(tagged.v));
      if (number === undefined) throw new Error(`No number: ${String(tagged.v)}`);
      return numberValue(number);
    }
    case "bool":
      return boolValue(tagged.v === true);
    case "null":
      return nullValue(typeOf(tagged.type));
    case "unknown":
      return unknownValue(typeOf(tagged.type), tagged.notNull === true);
    case "marked":
      return sensitive(valueOf(asTagged(tagged.v)));
    case "tuple":
      return tupleValue(itemsOf(tagged.v));
    case "list":
      return listValue(typeOf(tagged.elem), itemsOf(tagged.v));
    case "set":
      return setValue(typeOf(tagged.elem), itemsOf(tagged.v));
    case "map":
      return mapValue(typeOf(tagged.elem), entriesOf(tagged.v));
    default:
      return objectValue(entriesOf(tagged.v));
  }
}

/** The variables of a case. */
export function entriesOf(tagged: unknown): readonly (readonly [string, Value])[] {
  return Object.entries(Object(tagged)).map(([key, each]) => [key, valueOf(asTagged(each))] as const);
}

function itemsOf(tagged: unknown): readonly Value[] {
  return Array.isArray(tagged) ? tagged.map((each) => valueOf(asTagged(each))) : [];
}

function asTagged(each: unknown): Tagged {
  if (typeof each === "object" && each !== null && "k" in each && typeof each.k === "string")
    return { ...each, k: each.k };
  throw new Error("No tagged value");
}

/**
 * A text that two values share when they are the same, unknowns, types and sensitivity included. Within what is
 * sensitive as a whole, what is sensitive makes no difference.
 */
export function canonicalValue(value: Value, within = false): string {
  const marked = value.sensitive !== false;
  const mark = marked && !within ? "sensitive " : "";
  switch (value.kind) {
    case "string":
      return mark + JSON.stringify(value.text);
    case "number":
      // The reference rounds in binary, we in decimal: the last of 154 digits may differ.
      return mark + value.number.toSignificantDigits(150).toFixed();
    case "bool":
      return mark + String(value.truth);
    case "null":
      return `${mark}null`;
    case "unknown":
      return `${mark}unknown ${typeKey(value.type)}${value.notNull ? " not null" : ""}`;
    case "sequence":
      return `${mark}${value.type.kind}[${value.items.map((each) => canonicalValue(each, within || marked)).join(",")}]`;
    default:
      return `${mark}${value.type.kind}{${[...value.entries].map(([key, each]) => `${key}=${canonicalValue(each, within || marked)}`).join(",")}}`;
  }
}

function typeKey(type: Type): string {
  return JSON.stringify(type, (_, part: unknown) => (part instanceof Map ? [...part] : part));
}
