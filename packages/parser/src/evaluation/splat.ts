import { append } from "../append.ts";
import type { Splat } from "../syntax/ast.ts";
import { hasErrors, type Diagnostic } from "../text/diagnostic.ts";
import { span } from "../text/source.ts";
import { problem } from "./explain.ts";
import { outcome, type Outcome, type Run } from "./rule.ts";
import type { Scope } from "./scope.ts";
import { sensitive } from "./sensitivity.ts";
import { dynamicType, listType, sameType, tupleType, type Type } from "./types.ts";
import { listValue, tupleValue, unknownValue, type SequenceValue, type Value } from "./value.ts";

/** `a[*].b`, `a.*.b`: of a list, a set or a tuple each element's; of another value its own, of null none. */
export function evaluateSplat(expression: Splat, scope: Scope, run: Run): Outcome {
  const source = run(expression.source, scope);
  const { diagnostics } = source;
  if (hasErrors(diagnostics)) return outcome(unknownValue(), diagnostics);
  const given = source.value;
  const isSequence = ["tuple", "list", "set"].includes(given.type.kind);
  if (given.kind === "null") {
    if (!isSequence) return outcome(sensitive(tupleValue([]), given.sensitive), diagnostics);
    const wrong = problem("splat-of-null", expression.source, scope, {});
    return outcome(sensitive(unknownValue(), given.sensitive), [...diagnostics, wrong]);
  }
  if (given.type.kind === "dynamic") return outcome(sensitive(unknownValue(), given.sensitive), diagnostics);

  const each = (item: Value): Outcome =>
    run(expression.each, {
      variables: new Map(),
      parent: scope,
      splatItem: sensitive(item, given.sensitive),
    });
  const made = isSequence ? ofSequence(given, each, expression, scope) : ofOne(given, each);
  return outcome(sensitive(made.value, given.sensitive), [...diagnostics, ...made.diagnostics]);
}

function ofOne(given: Value, each: (item: Value) => Outcome): Outcome {
  const item = each(given);
  // Where it may turn out null, there may be no element at all.
  const undecided = (given.kind === "unknown" && !given.notNull) || hasErrors(item.diagnostics);
  return outcome(undecided ? unknownValue() : tupleValue([item.value]), item.diagnostics);
}

function ofSequence(given: Value, each: (item: Value) => Outcome, expression: Splat, scope: Scope): Outcome {
  if (given.kind !== "sequence") return ofUnknown(given.type, each);
  const diagnostics: Diagnostic[] = [];
  const items = given.items.map((item) => {
    const made = each(item);
    append(diagnostics, made.diagnostics);
    return made.value;
  });
  if (hasErrors(diagnostics))
    return outcome(unknownValue(ofUnknown(given.type, each).value.type), diagnostics);
  if (given.type.kind === "tuple") return outcome(tupleValue(items), diagnostics);
  const list = asList(items, given, each);
  if (list !== undefined) return outcome(list, diagnostics);
  const place = span(expression.span.source, expression.marker.start, expression.span.end);
  return outcome(unknownValue(), [
    ...diagnostics,
    problem("inconsistent-splat", expression, scope, {}, place),
  ]);
}

function asList(
  items: readonly Value[],
  given: SequenceValue,
  each: (item: Value) => Outcome,
): Value | undefined {
  const type = items[0]?.type ?? elementOf(ofUnknown(given.type, each).value.type);
  return items.every((item) => sameType(item.type, type)) ? listValue(type, items) : undefined;
}

function elementOf(type: Type): Type {
  return "element" in type ? type.element : dynamicType;
}

/** An unknown result of the type that the elements' types let expect. */
function ofUnknown(type: Type, each: (item: Value) => Outcome): Outcome {
  if (type.kind === "tuple") {
    const made = type.elements.map((element) => each(unknownValue(element)));
    const elements = made.map(({ value }) => value.type);
    return outcome(
      unknownValue(tupleType(elements), true),
      made.flatMap(({ diagnostics }) => diagnostics),
    );
  }
  const made = each(unknownValue(elementOf(type)));
  return outcome(unknownValue(listType(made.value.type), true), made.diagnostics);
}
