import type { Plain } from "../evaluation/plain.ts";
import { sensitiveText } from "../evaluation/stand-ins.ts";
import type { Scope } from "../evaluation/scope.ts";
import type { Value } from "../evaluation/value.ts";
import type { Attribute, Block, Body } from "../syntax/ast.ts";
import type { Span } from "../text/source.ts";
import { attributeNamed, type BlockSchema } from "./schema.ts";

/** A body held against its schema, every attribute evaluated: what the rules and the model's builder read. */
export interface DecodedBody {
  readonly schema: BlockSchema;
  readonly body: Body;
  /** What an error about the block as a whole points at. */
  readonly header: Span;
  readonly attributes: ReadonlyMap<string, DecodedAttribute>;
  readonly blocks: readonly DecodedBlock[];
}

export interface DecodedBlock extends DecodedBody {
  readonly block: Block;
  readonly labels: readonly string[];
  /** The key under `for_each`. */
  readonly key: string | undefined;
  /** Whether it is one that will be; otherwise it stands for however many a `for_each` makes that is not known yet. */
  readonly certain: boolean;
  /** What names mean in the block, `each` included. */
  readonly scope: Scope;
}

export interface DecodedAttribute {
  readonly attribute: Attribute;
  /** The value as plain data of the schema's type; undefined where it is not known yet, is null, or was refused. */
  readonly value: Plain | undefined;
  /** The same as a value of the language, unknown where it was refused. */
  readonly evaluated: Value;
  readonly sensitive: boolean;
}

/** The blocks of a type, in source order. */
export function blocksOf(body: DecodedBody, type: string): readonly DecodedBlock[] {
  return body.blocks.filter((block) => block.schema.type === type);
}

/** The one block of a type that may stand only once. */
export function blockOf(body: DecodedBody | undefined, type: string): DecodedBlock | undefined {
  return body?.blocks.find((block) => block.schema.type === type);
}

/** A string attribute's value. */
export function textOf(body: DecodedBody | undefined, name: string): string | undefined {
  const value = body?.attributes.get(name)?.value;
  return typeof value === "string" ? value : undefined;
}

/** A boolean attribute's value. */
export function truthOf(body: DecodedBody | undefined, name: string): boolean | undefined {
  const value = body?.attributes.get(name)?.value;
  return typeof value === "boolean" ? value : undefined;
}

/** A number attribute's value. */
export function numberOf(body: DecodedBody | undefined, name: string): number | undefined {
  const value = body?.attributes.get(name)?.value;
  return typeof value === "number" ? value : undefined;
}

/** The strings of a list or set attribute; empty where it is not set. */
export function textsOf(body: DecodedBody | undefined, name: string): readonly string[] {
  const value = body?.attributes.get(name)?.value;
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/** The strings of a map attribute; empty where it is not set. */
export function textMapOf(body: DecodedBody | undefined, name: string): Readonly<Record<string, string>> {
  const value = body?.attributes.get(name)?.value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** Whether an attribute is written whose value is not known yet or was refused: nothing can be said of it. */
export function isOpen(body: DecodedBody | undefined, name: string): boolean {
  const attribute = body?.attributes.get(name);
  return attribute !== undefined && attribute.value === undefined && attribute.evaluated.kind !== "null";
}

/** Whether the block is one that will be, and every value in it is known but for secrets, which may be missing. */
export function isKnownBlock({ certain, schema, attributes, blocks }: DecodedBlock): boolean {
  const isMissing = ([name, { value, evaluated }]: readonly [string, DecodedAttribute]): boolean => {
    const known = attributeNamed(schema, name);
    if (known?.form !== "value" || known.secret === true) return false;
    return value === undefined && evaluated.kind !== "null";
  };
  return certain && ![...attributes].some(isMissing) && blocks.every(isKnownBlock);
}

/** Whether an attribute's value must not be shown. */
export function isSensitive(body: DecodedBody | undefined, name: string): boolean {
  return body?.attributes.get(name)?.sensitive ?? false;
}

/** A text out of an attribute's value, for a message; masked where the attribute is sensitive. */
export function shownText(body: DecodedBody, name: string, text: string): string {
  return isSensitive(body, name) ? sensitiveText : text;
}

/** Where an attribute's value is written; the block's header where the attribute is not. */
export function placeOf(body: DecodedBody, name: string): Span {
  return body.attributes.get(name)?.attribute.expression.span ?? body.header;
}
