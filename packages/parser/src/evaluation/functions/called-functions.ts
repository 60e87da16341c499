import { append } from "../../append.ts";
import type { Body, Expression } from "../../syntax/ast.ts";
import { children } from "../../syntax/walk.ts";

/**
 * The names of all functions that a body or an expression calls: what `prepareFunctions` wants.
 *
 * @example await prepareFunctions(calledFunctions(file.body))
 */
export function calledFunctions(node: Body | Expression): ReadonlySet<string> {
  const names = new Set<string>();
  const stack: (Body | Expression)[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.kind === "body") {
      for (const item of next.items) stack.push(item.kind === "attribute" ? item.expression : item.body);
      continue;
    }
    if (next.kind === "call") names.add(next.name.name);
    append(stack, children(next));
  }
  return names;
}
