import { eager, FunctionFailure, type FunctionDefinition } from "../function-definition.ts";
import { sensitive } from "../sensitivity.ts";
import { stringType } from "../types.ts";
import { stringValue } from "../value.ts";
import { textOf } from "./arguments.ts";

/** `env`: the only way to the environment, and never shown. */
export const environmentFunctions = {
  env: eager({
    description: "The value of an environment variable, always sensitive; or a default where it is not set.",
    parameters: [{ name: "name", type: stringType }],
    rest: { name: "default", type: stringType },
    restAtMost: 1,
    result: stringType,
    call: (values, { host }) => {
      const name = textOf(values, 0);
      const found = host?.environment(name);
      if (found !== undefined) return sensitive(stringValue(found), "environment");
      if (values.length > 1) return sensitive(stringValue(textOf(values, 1)), "environment");
      throw new FunctionFailure(
        0,
        "the environment variable is not set; set it, or give a default as the second argument",
        name,
      );
    },
  }),
} satisfies Record<string, FunctionDefinition>;
