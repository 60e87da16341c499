import type { Diagnostic } from "../text/diagnostic.ts";
import { span, type Span, textOf } from "../text/source.ts";

/** What a place should hold instead. */
export interface Fix {
  readonly span: Span;
  readonly text: string;
}

/** What likely puts a mistake right: the near name in the place of the mistyped one, where that stands there once. */
export function fixOf({ span: place, meant }: Diagnostic): Fix | undefined {
  if (place === undefined || meant === undefined || place.source.inline === true) return undefined;
  const found = [...textOf(place).matchAll(/[\p{ID_Continue}-]+/gu)].filter(
    ([word]) => word === meant.written,
  );
  const [only, another] = found;
  if (only === undefined || another !== undefined) return undefined;
  const start = place.start + only.index;
  return { span: span(place.source, start, start + meant.written.length), text: meant.near };
}
