import { type AttributeSchema, attributeNamed, type BlockSchema, nestedNamed } from "../model/schema.ts";
import { fileSchema } from "../model/schemas/file.ts";
import type { Attribute, Block, Expression, File } from "../syntax/ast.ts";
import { children, itemsAt, references, type Traversal } from "../syntax/walk.ts";
import type { Span } from "../text/source.ts";
import { definitionsIn, type NamePlace } from "./named.ts";

/** What stands at a place of a file. */
export type Subject =
  | { readonly kind: "block"; readonly schema: BlockSchema; readonly span: Span }
  | {
      readonly kind: "attribute";
      readonly schema: AttributeSchema;
      /** The types of the blocks around it, outermost first, and its own name. */
      readonly route: readonly string[];
      readonly span: Span;
    }
  | { readonly kind: "function"; readonly name: string; readonly span: Span }
  | {
      readonly kind: "reference";
      /** Up to the step that is meant. */
      readonly traversal: Traversal;
      /** What it becomes is always sensitive, whatever it is. */
      readonly secret: boolean;
      readonly span: Span;
    }
  | { readonly kind: "definition"; readonly named: NamePlace; readonly span: Span };

/** What stands at an offset, or just before it; undefined where it is nothing that can be told of. */
export function subjectAt(file: File, offset: number): Subject | undefined {
  const named = definitionsIn(file).find((each) => isIn(each.span, offset));
  if (named !== undefined) return { kind: "definition", named, span: named.span };
  const items = itemsAt(file.body, offset);
  const route: string[] = [];
  let schema: BlockSchema | undefined = fileSchema;
  for (const item of items) {
    if (item.kind === "attribute") return inAttribute(item, schema, [...route, item.name.name], offset);
    schema = nestedIn(schema, item);
    route.push(item.type.name);
    if (isIn(item.type.span, offset)) return schema && { kind: "block", schema, span: item.type.span };
  }
  return undefined;
}

function nestedIn(schema: BlockSchema | undefined, { type }: Block): BlockSchema | undefined {
  return schema && nestedNamed(schema, type.name)?.schema;
}

function inAttribute(
  { name, expression }: Attribute,
  block: BlockSchema | undefined,
  route: readonly string[],
  offset: number,
): Subject | undefined {
  const schema = block && attributeNamed(block, name.name);
  if (isIn(name.span, offset)) return schema && { kind: "attribute", schema, route, span: name.span };
  const called = functionAt(expression, offset);
  if (called !== undefined) return called;
  const found = references(expression).find(({ span }) => isIn(span, offset));
  if (found === undefined) return undefined;
  const traversal = upTo(found, offset);
  return { kind: "reference", traversal, secret: schema?.secret === true, span: traversal.span };
}

/** A reference without the steps behind an offset. */
function upTo({ root, steps, span }: Traversal, offset: number): Traversal {
  const [first] = steps;
  if (first !== undefined && offset < first.span.start)
    return { root, steps: [], span: { ...span, end: span.start + root.length } };
  const kept = steps.filter((step) => step.span.start <= offset);
  return { root, steps: kept, span: { ...span, end: kept.at(-1)?.span.end ?? span.end } };
}

function functionAt(expression: Expression, offset: number): Subject | undefined {
  if (!isIn(expression.span, offset)) return undefined;
  if (expression.kind === "call" && isIn(expression.name.span, offset))
    return { kind: "function", ...expression.name };
  for (const child of children(expression)) {
    const found = functionAt(child, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Behind a name is on it, too: there the cursor stands when it was typed. */
function isIn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
