import type { Source, Span } from "../text/source.ts";
import { FunctionFailure } from "./function-definition.ts";
import type { Run } from "./rule.ts";
import type { Scope } from "./scope.ts";
import type { Value } from "./value.ts";

/** Renders a template of its own, for `templatefile` and `templatestring`. */
export function renderTemplate(
  _source: Source,
  _variables: ReadonlyMap<string, Value>,
  _scope: Scope,
  _place: Span,
  _run: Run,
): Value {
  throw new FunctionFailure(0, "templates cannot be read yet");
}
