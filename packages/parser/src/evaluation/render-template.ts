import { parseTemplate } from "../syntax/parse.ts";
import { hasErrors, type Diagnostic } from "../text/diagnostic.ts";
import { positionAt, type Source } from "../text/source.ts";
import { FunctionFailure, type FunctionTable } from "./function-definition.ts";
import type { Run } from "./rule.ts";
import { inherited, type Scope } from "./scope.ts";
import type { Value } from "./value.ts";

const calling = ["templatefile", "templatestring"];

/** Renders a template of its own, for `templatefile` and `templatestring`: it sees these variables and no others. */
export function renderTemplate(
  source: Source,
  variables: ReadonlyMap<string, Value>,
  scope: Scope,
  run: Run,
): Value {
  const parsed = parseTemplate(source);
  refuseErrors(parsed.diagnostics, source);
  const functions = inherited(scope, (each) => each.functions);
  const host = inherited(scope, (each) => each.host);
  const rendered = run(parsed.value, {
    variables,
    ...(functions === undefined ? {} : { functions: withoutTemplates(functions) }),
    ...(host === undefined ? {} : { host }),
  });
  refuseErrors(rendered.diagnostics, source);
  return rendered.value;
}

/** A template that renders templates could render itself. */
function withoutTemplates(functions: FunctionTable): FunctionTable {
  return new Map([...functions].filter(([name]) => !calling.includes(name)));
}

function refuseErrors(diagnostics: readonly Diagnostic[], source: Source): void {
  if (!hasErrors(diagnostics)) return;
  const [first] = diagnostics.filter((each) => each.severity === "error");
  if (first === undefined) return;
  const line = first.span === undefined ? 1 : positionAt(source, first.span.start).line;
  throw new FunctionFailure(
    0,
    "the template cannot be rendered",
    `line ${line}: ${first.summary}. ${first.detail}`,
  );
}
