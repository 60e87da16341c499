import { append } from "../append.ts";
import type { Expression, ForExpression, Identifier } from "../syntax/ast.ts";
import { hasErrors, type Diagnostic } from "../text/diagnostic.ts";
import { asKey } from "./collections.ts";
import { elementsOf, isIterable } from "./elements.ts";
import { problem, quotedUnless } from "./explain.ts";
import { withArticle } from "./mismatch.ts";
import { errorsOfOneLoop, outcome, type Outcome, type Run } from "./rule.ts";
import { childScope, type Scope } from "./scope.ts";
import { moreSensitive, sensitive, type Sensitivity } from "./sensitivity.ts";
import { truthOf } from "./truth-of.ts";
import { typeName } from "./types.ts";
import { objectValue, tupleValue, unknownValue, type Value } from "./value.ts";

/** What the results of the rounds are gathered in. */
interface Gathering {
  readonly diagnostics: Diagnostic[];
  readonly items: Value[];
  readonly entries: Map<string, Value[]>;
  known: boolean;
  why: Sensitivity;
}

/** `[for v in c : v]`, `{for k, v in c : k => v}` */
export function evaluateFor(expression: ForExpression, scope: Scope, run: Run): Outcome {
  const collection = run(expression.collection, scope);
  const diagnostics = [...collection.diagnostics];
  const why = collection.value.sensitive;
  const wrong = notIterable(expression.collection, collection.value, scope);
  if (wrong !== undefined) return outcome(sensitive(unknownValue(), why), [...diagnostics, wrong]);
  const elements = elementsOf(collection.value);
  if (elements === undefined) return outcome(sensitive(unknownValue(), why), diagnostics);

  const hopeless = conditionProblems(expression, scope, run);
  if (hopeless !== undefined) return outcome(sensitive(unknownValue(), why), [...diagnostics, ...hopeless]);

  const gathering: Gathering = { diagnostics, items: [], entries: new Map(), known: true, why };
  for (const [key, value] of elements) {
    const round = childScope(scope, boundNames(expression, key, value));
    if (included(expression, round, run, gathering)) addRound(expression, round, run, gathering);
    if (diagnostics.length > errorsOfOneLoop) {
      gathering.known = false;
      break;
    }
  }
  const result = gathering.known ? resultOf(expression, gathering) : unknownValue();
  return outcome(sensitive(result, gathering.why), diagnostics);
}

/** What is wrong with a value that should be gone through. */
export function notIterable(expression: Expression, value: Value, scope: Scope): Diagnostic | undefined {
  if (value.kind === "null") return problem("not-iterable", expression, scope, { found: "null" });
  if (value.type.kind === "dynamic" || isIterable(value)) return undefined;
  return problem("not-iterable", expression, scope, { found: withArticle(typeName(value.type)) });
}

/** The names that a round binds. */
export function boundNames(
  loop: { readonly keyVariable: Identifier | undefined; readonly valueVariable: Identifier },
  key: Value,
  value: Value,
): readonly (readonly [string, Value])[] {
  const item = [loop.valueVariable.name, value] as const;
  return loop.keyVariable === undefined ? [item] : [[loop.keyVariable.name, key], item];
}

/** What is wrong with the condition whatever the elements are: said once rather than in every round. */
function conditionProblems(
  expression: ForExpression,
  scope: Scope,
  run: Run,
): readonly Diagnostic[] | undefined {
  const { condition } = expression;
  if (condition === undefined) return undefined;
  const round = childScope(scope, boundNames(expression, unknownValue(), unknownValue()));
  const asked = run(condition, round);
  if (hasErrors(asked.diagnostics)) return asked.diagnostics;
  const truth = truthOf(asked.value);
  return "reason" in truth
    ? [...asked.diagnostics, problem("invalid-condition", condition, scope, truth)]
    : undefined;
}

function included(expression: ForExpression, round: Scope, run: Run, gathering: Gathering): boolean {
  const { condition } = expression;
  if (condition === undefined) return true;
  const asked = run(condition, round);
  append(gathering.diagnostics, asked.diagnostics);
  gathering.why = moreSensitive(gathering.why, asked.value.sensitive);
  const held = truthOf(asked.value);
  if ("truth" in held && held.truth !== undefined) return held.truth;
  if ("reason" in held && gathering.known)
    gathering.diagnostics.push(problem("invalid-condition", condition, round, held));
  gathering.known = false;
  return false;
}

function addRound(expression: ForExpression, round: Scope, run: Run, gathering: Gathering): void {
  if (expression.key === undefined) {
    const item = run(expression.value, round);
    append(gathering.diagnostics, item.diagnostics);
    gathering.items.push(item.value);
    return;
  }
  const key = asKey(expression.key, run(expression.key, round), round);
  // What was wrong in one round is mostly wrong in all of them.
  if (gathering.known || !hasErrors(key.diagnostics)) append(gathering.diagnostics, key.diagnostics);
  gathering.why = moreSensitive(gathering.why, key.value.sensitive);
  if (key.value.kind !== "string") {
    gathering.known = false;
    return;
  }
  const item = run(expression.value, round);
  append(gathering.diagnostics, item.diagnostics);
  const { text } = key.value;
  const group = gathering.entries.get(text);
  if (group === undefined) gathering.entries.set(text, [item.value]);
  else if (expression.grouped) group.push(item.value);
  else {
    const shown = quotedUnless(gathering.why !== false, text);
    gathering.diagnostics.push(problem("duplicate-key", expression.key, round, { key: shown }));
  }
}

function resultOf(expression: ForExpression, { items, entries }: Gathering): Value {
  if (expression.key === undefined) return tupleValue(items);
  const results = [...entries].map(([key, group]): readonly [string, Value] => [
    key,
    expression.grouped ? tupleValue(group) : (group[0] ?? unknownValue()),
  ]);
  return objectValue(results);
}
