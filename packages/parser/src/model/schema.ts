import type { Plain } from "../evaluation/plain.ts";
import type { Type } from "../evaluation/types.ts";

/** What a block may hold, as data: checking, decoding, completion and the reference are all read from it. */
export interface BlockSchema {
  readonly type: string;
  readonly doc: string;
  /** What each label stands for; their number is what a block must have. */
  readonly labels: readonly string[];
  /** What each label may be; without it, anything. */
  readonly labelText?: TextConstraint;
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  readonly blocks: Readonly<Record<string, NestedSchema>>;
}

/** A block within a block, and how often. */
interface NestedSchema {
  readonly schema: BlockSchema;
  readonly required?: true;
  readonly many?: true;
}

/**
 * One attribute. `form` says how its expression is read: as a value (converted to `type` and held against the
 * constraints), or by someone else: `reference` (`account.prod`), `names` (`[tags]`), `expression` (a type
 * constraint, or a condition with a scope of its own).
 */
export interface AttributeSchema {
  readonly doc: string;
  readonly type: Type;
  readonly form: "value" | "reference" | "names" | "expression";
  readonly required?: true;
  /** What stands for it where it is absent or null, if it is a value: `label` is the block's own label. */
  readonly default?: "label" | { readonly value: Plain };
  /** Of a string, each element of a collection, or each value of a map. */
  readonly text?: TextConstraint;
  /** Of each key of a map. */
  readonly keys?: TextConstraint;
  /** Always sensitive, wherever its value comes from. */
  readonly secret?: true;
  /**
   * Never sensitive: `name` is part of what plans, journals and messages call things by, and `address` is asked, so that
   * who answers there, or looks its host name up, learns it.
   */
  readonly open?: "name" | "address";
  /** How large a number may be; it must be whole. */
  readonly range?: { readonly minimum: number; readonly maximum: number };
  /** How many elements. */
  readonly count?: { readonly minimum: number; readonly maximum: number };
}

/** What a text may be. Lengths count code points. */
export interface TextConstraint {
  /** In words, as the end of "must be …". */
  readonly allowed: string;
  /** Matched against the whole text. */
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly values?: readonly string[];
  readonly check?: (text: string) => boolean;
}

/** An attribute that is evaluated to a value. */
export function attribute(
  type: Type,
  doc: string,
  constraints: Pick<
    AttributeSchema,
    "default" | "text" | "keys" | "count" | "range" | "secret" | "open"
  > = {},
): AttributeSchema {
  return { form: "value", type, doc, ...constraints };
}

/** The same attribute, which must be there. */
export function required(schema: AttributeSchema): AttributeSchema {
  return { ...schema, required: true };
}

/** The attribute of a name, if there is one; `constructor` and such are names like others. */
export function attributeNamed(schema: BlockSchema, name: string): AttributeSchema | undefined {
  return Object.hasOwn(schema.attributes, name) ? schema.attributes[name] : undefined;
}

/** The nested block of a type, if there is one. */
export function nestedNamed(schema: BlockSchema, type: string): NestedSchema | undefined {
  return Object.hasOwn(schema.blocks, type) ? schema.blocks[type] : undefined;
}
