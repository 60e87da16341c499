import { hasErrors } from "../../text/diagnostic.ts";
import { convert } from "../convert.ts";
import { eager, FunctionFailure, type FunctionDefinition } from "../function-definition.ts";
import { mismatchText } from "../mismatch.ts";
import { moreSensitive, sensitive, sensitivityOf, unmarked, type Sensitivity } from "../sensitivity.ts";
import {
  boolType,
  dynamicType,
  listType,
  mapType,
  numberType,
  setType,
  stringType,
  type Type,
} from "../types.ts";
import { boolValue, nullValue, unknownValue } from "../value.ts";
import { conversionType } from "../conversion-type.ts";

function to(type: Type, description: string): FunctionDefinition {
  return eager({
    description,
    parameters: [{ name: "v", type: dynamicType, nullable: true }],
    result: ([first]) => {
      const result = conversionType(first?.type ?? dynamicType, type);
      return "type" in result ? result.type : dynamicType;
    },
    takes: "any",
    sensitivity: "parts",
    call: ([value]) => {
      const converted = convert(value ?? nullValue(), type);
      if ("mismatch" in converted) throw new FunctionFailure(0, mismatchText(converted.mismatch));
      return converted.value;
    },
  });
}

const anything = { name: "value", type: dynamicType, nullable: true };

/** The functions that convert, try, and tell what may be shown. */
export const conversionFunctions = {
  can: {
    kind: "lazy",
    description: "Whether an expression can be evaluated without an error.",
    parameters: [anything],
    call: ([attempt]) => {
      const made = attempt?.();
      if (made === undefined) return boolValue(false);
      const failed = hasErrors(made.diagnostics);
      const result = failed || made.value.extent.known ? boolValue(!failed) : unknownValue(boolType, true);
      return sensitive(result, made.touched);
    },
  },
  issensitive: eager({
    description: "Whether a value is sensitive.",
    parameters: [anything],
    result: boolType,
    takes: "any",
    sensitivity: "raw",
    call: ([value]) => boolValue(value !== undefined && value.sensitive !== false),
  }),
  nonsensitive: eager({
    description:
      "The value, to be shown although it comes from sensitive ones. Not for what the environment holds.",
    parameters: [anything],
    result: ([first]) => first?.type ?? dynamicType,
    takes: "any",
    sensitivity: "raw",
    call: ([value]) => {
      if (value !== undefined && sensitivityOf(value) === "environment")
        throw new FunctionFailure(
          0,
          "what comes from the environment stays sensitive, for a plan may be shown to others",
        );
      return value === undefined ? nullValue() : unmarked(value);
    },
  }),
  sensitive: eager({
    description: "The value, never to be shown.",
    parameters: [anything],
    result: ([first]) => first?.type ?? dynamicType,
    takes: "any",
    sensitivity: "raw",
    call: ([value]) => sensitive(value ?? nullValue()),
  }),
  tobool: to(boolType, "The value as a bool."),
  tolist: to(listType(dynamicType), "The value as a list."),
  tomap: to(mapType(dynamicType), "The value as a map."),
  tonumber: to(numberType, "The value as a number."),
  toset: to(setType(dynamicType), "The value as a set: no order, each element once."),
  tostring: to(stringType, "The value as a string."),
  try: {
    kind: "lazy",
    description: "The first of several expressions that can be evaluated without an error.",
    parameters: [],
    rest: { name: "expressions", type: dynamicType, nullable: true },
    call: (attempts) => {
      // Which attempt is the first to do may depend on all that those up to it touched.
      let touched: Sensitivity = false;
      for (const attempt of attempts) {
        const made = attempt();
        touched = moreSensitive(touched, made.touched);
        if (!hasErrors(made.diagnostics)) return sensitive(made.value, touched);
      }
      throw new FunctionFailure(undefined, "none of the expressions can be evaluated");
    },
  },
} satisfies Record<string, FunctionDefinition>;
