import { assertNever } from "../assert-never.ts";
import type { Span } from "../text/source.ts";
import type { Body, BodyItem, Expression, TemplatePart } from "./ast.ts";
import { literalText } from "./literal-text.ts";

/** A reference with what can be known of it without evaluation: `local.teams["ct"]`. */
export interface Traversal {
  readonly root: string;
  readonly steps: readonly TraversalStep[];
  /** From the root to the last of the steps. */
  readonly span: Span;
}

/** `.name`, or an index whose key is written out: a string, or a number's digits. */
export type TraversalStep =
  | { readonly kind: "attribute"; readonly name: string; readonly span: Span }
  | { readonly kind: "index"; readonly key: string; readonly isNumber: boolean; readonly span: Span };

/** The expressions that an expression is made of, in source order. */
export function children(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "number":
    case "boolean":
    case "null":
    case "variable":
    case "splat-item":
    case "invalid":
      return [];
    case "template":
      return node.parts.flatMap(partChildren);
    case "tuple":
      return node.items;
    case "object":
      return node.items.flatMap(({ key, value }) =>
        key.kind === "name" ? [value] : [key.expression, value],
      );
    case "for":
      return [node.collection, node.key, node.value, node.condition].filter((each) => each !== undefined);
    case "call":
      return node.arguments;
    case "attribute-access":
      return [node.source];
    case "index":
      return [node.source, node.key];
    case "splat":
      return [node.source, node.each];
    case "unary":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "conditional":
      return [node.condition, node.then, node.otherwise];
    case "parentheses":
      return [node.expression];
    default:
      return assertNever(node);
  }
}

function partChildren(part: TemplatePart): readonly Expression[] {
  switch (part.kind) {
    case "literal":
      return [];
    case "interpolation":
      return [part.expression];
    case "if":
      return [
        part.condition,
        ...part.then.flatMap(partChildren),
        ...(part.otherwise ?? []).flatMap(partChildren),
      ];
    case "for":
      return [part.collection, ...part.parts.flatMap(partChildren)];
    default:
      return assertNever(part);
  }
}

/** An expression as a reference, if it is nothing but one. */
export function traversalOf(node: Expression): Traversal | undefined {
  switch (node.kind) {
    case "variable":
      return { root: node.name, steps: [], span: node.span };
    case "attribute-access": {
      const from = traversalOf(node.source);
      return (
        from && { ...from, steps: [...from.steps, { kind: "attribute", ...node.name }], span: node.span }
      );
    }
    case "index": {
      const from = traversalOf(node.source);
      const step = from && indexStep(node.key);
      return step && { ...from, steps: [...from.steps, step], span: node.span };
    }
    default:
      return undefined;
  }
}

function indexStep(key: Expression): TraversalStep | undefined {
  if (key.kind === "number") return { kind: "index", key: key.digits, isNumber: true, span: key.span };
  const text = literalText(key);
  return text === undefined ? undefined : { kind: "index", key: text, isNumber: false, span: key.span };
}

/**
 * What an expression refers to outside itself: every name but those that its own `for` bind, each with the longest
 * chain of steps that is written out. What an evaluation needs to be ordered.
 *
 * @example references(parseExpression({ name: "", text: "[for r in local.rooms : var.sites[r]]" }).value) // local.rooms, var.sites
 */
export function references(node: Expression): readonly Traversal[] {
  const found: Traversal[] = [];
  collect(node, new Set(), found);
  return found;
}

function collect(node: Expression, bound: ReadonlySet<string>, found: Traversal[]): void {
  const traversal = traversalOf(node);
  if (traversal !== undefined) {
    if (!bound.has(traversal.root)) found.push(traversal);
    return;
  }
  if (node.kind === "template") return collectParts(node.parts, bound, found);
  if (node.kind !== "for") {
    for (const child of children(node)) collect(child, bound, found);
    return;
  }
  collect(node.collection, bound, found);
  const inner = bind(bound, node.keyVariable?.name, node.valueVariable.name);
  for (const child of children(node)) if (child !== node.collection) collect(child, inner, found);
}

function collectParts(parts: readonly TemplatePart[], bound: ReadonlySet<string>, found: Traversal[]): void {
  for (const part of parts) {
    if (part.kind === "for") {
      collect(part.collection, bound, found);
      collectParts(part.parts, bind(bound, part.keyVariable?.name, part.valueVariable.name), found);
    } else if (part.kind === "if") {
      collect(part.condition, bound, found);
      collectParts(part.then, bound, found);
      collectParts(part.otherwise ?? [], bound, found);
    } else if (part.kind === "interpolation") collect(part.expression, bound, found);
  }
}

function bind(bound: ReadonlySet<string>, key: string | undefined, value: string): ReadonlySet<string> {
  return new Set([...bound, value, ...(key === undefined ? [] : [key])]);
}

/** The blocks around an offset, and the attribute at it, outermost first. */
export function itemsAt(body: Body, offset: number): readonly BodyItem[] {
  const item = body.items.find(({ span }) => span.start <= offset && offset < span.end);
  if (item === undefined) return [];
  return item.kind === "block" ? [item, ...itemsAt(item.body, offset)] : [item];
}
