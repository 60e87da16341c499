import { standardFunctions, type FunctionTable, type Scope } from "@wf/parser";
import { entriesOf } from "./tagged-value.ts";

/** What a case evaluates in. */
export interface Context {
  readonly variables?: unknown;
  readonly functions?: Readonly<Record<string, string>>;
}

/** The scope of a case; where it has no functions none may be called. */
export function scopeOf(context: Context | null): Scope {
  const variables = new Map(entriesOf(context?.variables ?? {}));
  return context?.functions === undefined
    ? { variables }
    : { variables, functions: tableOf(context.functions) };
}

function tableOf(functions: Readonly<Record<string, string>>): FunctionTable {
  return new Map(
    Object.entries(functions).flatMap(([name, stdlib]) => {
      const found = standardFunctions.get(stdlib.replace("stdlib.", ""));
      return found === undefined ? [] : [[name, found] as const];
    }),
  );
}
