import type { Body, Expression, File, Label } from "../syntax/ast.ts";
import { references, type Traversal, type TraversalStep } from "../syntax/walk.ts";
import { span, type Span } from "../text/source.ts";

const roots = ["var", "local", "account", "workforce"] as const;

/** The first name of a reference to something that a configuration defines. */
export type Root = (typeof roots)[number];

/** Something that has a name of the author's choice: `var.site` is `{ root: "var", name: "site" }`. */
export interface Named {
  readonly root: Root;
  readonly name: string;
}

/** A place where a name stands, without quotes. */
export interface NamePlace extends Named {
  readonly span: Span;
}

/** A name's definition, and all that is written of it. */
export interface Definition extends NamePlace {
  readonly whole: Span;
}

/** What a file defines. */
export function definitionsIn({ body }: File): readonly Definition[] {
  return body.items.flatMap((item): readonly Definition[] => {
    if (item.kind === "attribute") return [];
    if (item.type.name === "locals")
      return item.body.items.flatMap((each) =>
        each.kind === "attribute" ? [{ root: "local", ...each.name, whole: each.span }] : [],
      );
    const root = rootOf(item.type.name);
    const [label] = item.labels;
    if (root === undefined || label === undefined) return [];
    return [{ root, name: label.value, span: withoutQuotes(label), whole: item.span }];
  });
}

function rootOf(type: string): Root | undefined {
  return type === "variable" ? "var" : type === "account" || type === "workforce" ? type : undefined;
}

/** Where a file refers to names. */
export function usesIn({ body }: File): readonly NamePlace[] {
  return expressionsIn(body).flatMap((expression) =>
    references(expression).flatMap((each) => useOf(each) ?? []),
  );
}

/** Where a file of values names variables. */
export function valuesIn({ body }: File): readonly NamePlace[] {
  return body.items.flatMap((item) => (item.kind === "attribute" ? [{ root: "var", ...item.name }] : []));
}

/** The name that a reference leads to first, and where it stands in it. */
export function useOf({ root, steps }: Traversal): NamePlace | undefined {
  const [step] = steps;
  if (step === undefined || !isRoot(root)) return undefined;
  return {
    root,
    name: stepName(step),
    span: step.kind === "attribute" ? step.span : inner(step.span, !step.isNumber),
  };
}

/** What a step asks for. */
function stepName(step: TraversalStep): string {
  return step.kind === "attribute" ? step.name : step.key;
}

function isRoot(name: string): name is Root {
  return roots.some((root) => root === name);
}

/** Whether two names are one. */
export function isSame(left: Named, right: Named): boolean {
  return left.root === right.root && left.name === right.name;
}

/** Every expression of a body and the bodies within it. */
function expressionsIn(body: Body): readonly Expression[] {
  return body.items.flatMap((item) =>
    item.kind === "attribute" ? [item.expression] : expressionsIn(item.body),
  );
}

/** A label's place without its quotes. */
function withoutQuotes(label: Label): Span {
  return inner(label.span, label.quoted);
}

function inner(place: Span, quoted: boolean): Span {
  return quoted ? span(place.source, place.start + 1, place.end - 1) : place;
}
