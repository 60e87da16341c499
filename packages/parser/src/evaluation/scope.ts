import type { FunctionHost } from "./function-host.ts";
import type { FunctionTable } from "./function-definition.ts";
import type { Budget } from "./limits.ts";
import type { Value } from "./value.ts";

/** What names mean where an expression stands. */
export interface Scope {
  /** Root names: `var`, `local`, `each`, and those a for-expression binds. */
  readonly variables: ReadonlyMap<string, Value>;
  /** Where absent, the parent's; where no scope has one, functions may not be called. */
  readonly functions?: FunctionTable;
  /** Files and environment for the functions that read them. */
  readonly host?: FunctionHost;
  /** Shared by all expressions that should stay within the limits together; where absent each has its own. */
  readonly budget?: Budget;
  /** The item at hand within a splat. */
  readonly splatItem?: Value;
  readonly parent?: Scope;
}

/** A scope that knows these names and, beyond them, those of its parent. */
export function childScope(parent: Scope, variables: Iterable<readonly [string, Value]>): Scope {
  return { variables: new Map(variables), parent };
}

/** The value of a root name, or undefined where no scope knows it. */
export function lookUp(scope: Scope, name: string): Value | undefined {
  return inherited(scope, (each) => each.variables.get(name));
}

/** Every root name that can be used, the innermost first. */
export function* namesIn(scope: Scope): Generator<string> {
  for (let each: Scope | undefined = scope; each !== undefined; each = each.parent)
    yield* each.variables.keys();
}

/** The item at hand within a splat. */
export function splatItem(scope: Scope): Value | undefined {
  return inherited(scope, (each) => each.splatItem);
}

/** The innermost scope's answer, or undefined where none has one. */
export function inherited<T>(scope: Scope, ask: (scope: Scope) => T | undefined): T | undefined {
  for (let each: Scope | undefined = scope; each !== undefined; each = each.parent) {
    const answer = ask(each);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
