import { type BlockSchema, fileSchema } from "@wf/parser";

/** The schema of a block by the types of the blocks that it stands in, such as `workforce`, `oidc_config`. */
export function schemaAt(...types: readonly string[]): BlockSchema {
  return types.reduce<BlockSchema>((schema, type) => {
    const nested = schema.blocks[type];
    if (nested === undefined) throw new Error(`There is no block ${type} in ${schema.type}`);
    return nested.schema;
  }, fileSchema);
}
