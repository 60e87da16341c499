import type { AttributeSchema } from "../model/schema.ts";

/** What an expression may begin with. */
interface Roots {
  readonly names: readonly string[];
  /** Whether functions may be called. */
  readonly functions: boolean;
}

const types = ["string", "number", "bool", "any", "list", "set", "map", "tuple", "object"];

/** What an expression may begin with in an attribute of nested blocks. */
export function rootsAt(
  blocks: readonly string[],
  attribute: string,
  schema: AttributeSchema | undefined,
): Roots {
  const [outer, inner] = blocks;
  if (schema?.form === "reference" || schema?.form === "names") return { names: [], functions: false };
  if (outer === "variable" && inner === undefined)
    return { names: attribute === "type" ? types : [], functions: false };
  if (outer === "variable") return { names: ["var"], functions: true };
  const names = ["var", "local"];
  if (outer === "output") names.push("workforce");
  if (outer === "workforce") names.push("each");
  if (inner === "assert") names.push("self");
  return { names, functions: true };
}
