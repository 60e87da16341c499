import type { BodyItem, File } from "../syntax/ast.ts";
import { type Span, textOf } from "../text/source.ts";

/** A line of a file's outline: a block, or a local. */
export interface OutlineItem {
  readonly kind: "block" | "local";
  readonly name: string;
  /** All of it. */
  readonly span: Span;
  /** What stands for it: a block's head, a local's name. */
  readonly head: Span;
  readonly items: readonly OutlineItem[];
}

/** The blocks of a file, those within them, and its locals. */
export function outlineOf({ body }: File): readonly OutlineItem[] {
  return body.items.flatMap((item) => blockItem(item, ""));
}

function blockItem(item: BodyItem, parent: string): readonly OutlineItem[] {
  if (item.kind === "attribute") {
    const { name, span } = item.name;
    return parent === "locals" ? [{ kind: "local", name, span: item.span, head: span, items: [] }] : [];
  }
  const type = item.type.name;
  const items = item.body.items.flatMap((each) => blockItem(each, type));
  return [{ kind: "block", name: textOf(item.header), span: item.span, head: item.header, items }];
}
