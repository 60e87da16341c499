import { standardFunctions } from "../evaluation/functions/standard-functions.ts";
import { referredValue } from "../evaluation/explain.ts";
import type { Scope } from "../evaluation/scope.ts";
import { isIdentifier } from "../syntax/identifier.ts";
import { type AttributeSchema, attributeNamed, type BlockSchema, nestedNamed } from "../model/schema.ts";
import { fileSchema } from "../model/schemas/file.ts";
import type { Cursor } from "./cursor-at.ts";
import type { Named } from "./named.ts";
import { rootsAt } from "./roots-at.ts";
import { literalsOf } from "./literals-of.ts";
import { span } from "../text/source.ts";

/** Something that can be put at a cursor. */
export type Completion =
  | {
      readonly kind: "attribute";
      readonly name: string;
      readonly schema: AttributeSchema;
      readonly route: readonly string[];
    }
  | { readonly kind: "block"; readonly name: string; readonly schema: BlockSchema }
  /** A name that a reference begins with, or goes on with. */
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "function"; readonly name: string }
  /** A value as it is written: `"eu-west-1"`, or without quotes where the cursor is between them. */
  | { readonly kind: "value"; readonly name: string };

/** What is known of the configuration around a cursor. */
export interface Surroundings {
  readonly defined: readonly Named[];
  /** What references stand for, where the configuration could be read. */
  readonly scope: Scope | undefined;
}

/** What can be put at a cursor, the likeliest first; what is begun already is for the editor to filter. */
export function complete(cursor: Cursor, surroundings: Surroundings): readonly Completion[] {
  const { blocks, place } = cursor;
  const block = schemaOf(blocks);
  if (block === undefined) return [];
  if (place.kind === "item") return items(block, blocks, cursor.written);
  if (place.kind === "nothing") return [];
  const attribute = attributeNamed(block, place.attribute);
  if (place.kind === "text") return literals(attribute, false);
  if (place.path.length > 0)
    return steps(place.path, surroundings).map((name) => ({ kind: "reference", name }));
  const roots = rootsAt(blocks, place.attribute, attribute);
  const names = roots.names.map((name) => ({ kind: "reference", name }) as const);
  const accounts = attribute?.form === "reference" ? definedAs("account", surroundings) : [];
  return [
    ...literals(attribute, true),
    ...accounts.map((name) => ({ kind: "reference", name: `account.${name}` }) as const),
    ...names,
    ...(roots.functions
      ? [...standardFunctions.keys()].map((name) => ({ kind: "function", name }) as const)
      : []),
  ];
}

/** The schema of the innermost of nested blocks. */
function schemaOf(blocks: readonly string[]): BlockSchema | undefined {
  return blocks.reduce<BlockSchema | undefined>(
    (schema, type) => schema && nestedNamed(schema, type)?.schema,
    fileSchema,
  );
}

/** Attributes that are not set and blocks that may still stand there, those that must first. */
function items(
  block: BlockSchema,
  blocks: readonly string[],
  written: readonly string[],
): readonly Completion[] {
  const attributes = Object.entries(block.attributes)
    .filter(([name]) => !written.includes(name))
    .map(([name, schema]) => ({ kind: "attribute", name, schema, route: [...blocks, name] }) as const);
  const nested = Object.entries(block.blocks)
    .filter(([name, each]) => each.many === true || !written.includes(name))
    .map(([name, { schema }]) => ({ kind: "block", name, schema }) as const);
  const isRequired = (each: (typeof attributes)[number]): boolean => each.schema.required === true;
  return [...attributes.filter(isRequired), ...attributes.filter((each) => !isRequired(each)), ...nested];
}

function literals(attribute: AttributeSchema | undefined, quoted: boolean): readonly Completion[] {
  return literalsOf(attribute, quoted).map((name) => ({ kind: "value", name }));
}

function definedAs(root: string, { defined }: Surroundings): readonly string[] {
  return [...new Set(defined.filter((each) => each.root === root).map(({ name }) => name))];
}

/** What may follow a reference: names that are defined, or what its value has, unless that is sensitive. */
function steps(path: readonly string[], surroundings: Surroundings): readonly string[] {
  const [root = "", ...rest] = path;
  if (rest.length === 0) {
    if (root === "each") return ["key", "value"];
    const defined = definedAs(root, surroundings);
    if (defined.length > 0) return defined;
  }
  const { scope } = surroundings;
  const place = span({ name: "", text: "" }, 0, 0);
  const traversal = {
    root,
    steps: rest.map((name) => ({ kind: "attribute", name, span: place }) as const),
    span: place,
  };
  const value = scope && referredValue(traversal, scope);
  if (value?.kind !== "mapping" || value.sensitive !== false) return [];
  return [...value.entries.keys()].filter(isIdentifier);
}
