import { convert } from "../evaluation/convert.ts";
import { fromPlain } from "../evaluation/plain.ts";
import { nullValue, objectValue, stringValue, tupleValue, type Value } from "../evaluation/value.ts";
import { blocksOf, type DecodedBlock } from "./decoded.ts";
import type { AttributeSchema } from "./schema.ts";

/**
 * A block as a value: its attributes with their defaults (null where there is none), each block within it as an object
 * (null where there is none), and blocks that may stand often as a list.
 */
export function blockValue(block: DecodedBlock): Value {
  const { schema } = block;
  const attributes = Object.entries(schema.attributes)
    .filter(([, each]) => each.form === "value")
    .map(([name, each]) => [name, attributeValue(block, name, each)] as const);
  const blocks = Object.entries(schema.blocks)
    .filter(([, each]) => Object.values(each.schema.attributes).some(({ form }) => form === "value"))
    .map(([type, { many }]) => {
      const values = blocksOf(block, type).map(blockValue);
      return [type, many === true ? tupleValue(values) : (values[0] ?? nullValue())] as const;
    });
  return objectValue([...attributes, ...blocks]);
}

/** One attribute's value, or what stands for it where it is not written or null. */
export function attributeValue(block: DecodedBlock, name: string, schema: AttributeSchema): Value {
  const written = block.attributes.get(name)?.evaluated;
  if (written !== undefined && written.kind !== "null") return written;
  if (schema.default === "label") return stringValue(block.labels[0] ?? "");
  if (schema.default === undefined) return nullValue(schema.type);
  const converted = convert(fromPlain(schema.default.value), schema.type);
  return "value" in converted ? converted.value : nullValue(schema.type);
}
