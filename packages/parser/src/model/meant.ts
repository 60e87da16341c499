import type { Body, BodyItem } from "../syntax/ast.ts";
import { suggest } from "../text/suggest.ts";
import { attributeNamed, type BlockSchema, nestedNamed } from "./schema.ts";

/**
 * Names of a block's schema that its body has in another spelling, or as a block where they are attributes: each is
 * told as that mistake, and is not missing too.
 */
export function meantNames(body: Body, schema: BlockSchema): ReadonlySet<string> {
  return new Set(body.items.flatMap((item) => meantBy(item, schema) ?? []));
}

function meantBy(item: BodyItem, schema: BlockSchema): string | undefined {
  const { name } = item.kind === "attribute" ? item.name : item.type;
  const [attribute, nested] = [attributeNamed(schema, name), nestedNamed(schema, name)];
  const [known, other] = item.kind === "attribute" ? [attribute, nested] : [nested, attribute];
  if (known !== undefined) return undefined;
  return other === undefined ? nearName(item.kind, name, schema) : name;
}

/** The name that was most likely meant: of an attribute an attribute's, of a block a block's. */
export function nearName(kind: BodyItem["kind"], name: string, schema: BlockSchema): string | undefined {
  return suggest(name, Object.keys(kind === "attribute" ? schema.attributes : schema.blocks));
}
