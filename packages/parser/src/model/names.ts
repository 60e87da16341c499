import type { Expression } from "../syntax/ast.ts";
import { textOf as sourceText, type Span } from "../text/source.ts";
import type { DecodedBody } from "./decoded.ts";

/** A name written bare in a list, such as `source_ip_config.cidrs` in `[tags, source_ip_config.cidrs]`. */
export interface WrittenName {
  readonly name: string;
  readonly span: Span;
}

/** The names in an attribute of the form `names`; an element that is no name gives its own text. */
export function namesIn(body: DecodedBody | undefined, attribute: string): readonly WrittenName[] {
  const expression = body?.attributes.get(attribute)?.attribute.expression;
  const items: readonly Expression[] =
    expression === undefined ? [] : expression.kind === "tuple" ? expression.items : [expression];
  return items.map((item) => ({ name: sourceText(item.span), span: item.span }));
}
