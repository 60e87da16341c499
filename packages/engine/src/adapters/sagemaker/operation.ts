import type { $OperationSchema, OperationSchema, StaticOperationSchema } from "@smithy/types";

/** A command's schemas in the form that the SDK's protocols take. */
export function operationOf({
  schema,
}: {
  readonly schema?: OperationSchema | StaticOperationSchema;
}): $OperationSchema {
  if (!Array.isArray(schema)) throw new Error("A command of the SDK has a static schema");
  const [, namespace, name, traits, input, output] = schema;
  return { namespace, name, traits, input, output };
}
