import { dynamicType, type Type } from "../../evaluation/types.ts";
import { tagKey, tagValue } from "../constraints.ts";
import { attribute, type AttributeSchema } from "../schema.ts";

/** AWS's 50 a resource, less the two that wf needs (`wf:stack`, `wf:secret`). */
const maximumTags = 48;

/** The user's tags of a resource. */
export function tags(type: Type): AttributeSchema {
  return attribute(type, "Tags, managed whole: what is not here is taken off.", {
    default: { value: {} },
    keys: tagKey,
    text: tagValue,
    count: { minimum: 0, maximum: maximumTags },
  });
}

/** Makes one of the block for each element. */
export const forEach: AttributeSchema = {
  form: "expression",
  type: dynamicType,
  doc: "A map, or a set of strings: one is made for each, with each.key and each.value.",
};
