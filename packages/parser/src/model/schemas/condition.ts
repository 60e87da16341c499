import { dynamicType } from "../../evaluation/types.ts";
import { type AttributeSchema, type BlockSchema, required } from "../schema.ts";

const expression = (doc: string): AttributeSchema => ({ form: "expression", type: dynamicType, doc });

/** A block that holds a rule of the user's own. */
export function conditionSchema(type: string, doc: string, condition: string): BlockSchema {
  return {
    type,
    doc,
    labels: [],
    attributes: {
      condition: required(expression(condition)),
      error_message: required(expression("What to say where it is not.")),
    },
    blocks: {},
  };
}
