import type { Type } from "../evaluation/types.ts";

/** What a block may hold, as data: checking, decoding, completion and the reference are all read from it. */
export interface BlockSchema {
  readonly type: string;
  readonly doc: string;
  /** What each label stands for; their number is what a block must have. */
  readonly labels: readonly string[];
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
  /** Of a string, each element of a collection, or each value of a map. */
  readonly text?: TextConstraint;
  /** Of each key of a map. */
  readonly keys?: TextConstraint;
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
  constraints: Pick<AttributeSchema, "text" | "keys" | "count"> = {},
): AttributeSchema {
  return { form: "value", type, doc, ...constraints };
}

/** The same attribute, which must be there. */
export function required(schema: AttributeSchema): AttributeSchema {
  return { ...schema, required: true };
}
