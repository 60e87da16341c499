import { convert } from "../evaluation/convert.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { referenceValues } from "../evaluation/explain.ts";
import type { Scope } from "../evaluation/scope.ts";
import { containsSensitive } from "../evaluation/sensitivity.ts";
import { boolType, stringType } from "../evaluation/types.ts";
import { type Diagnostic, diagnostic } from "../text/diagnostic.ts";
import type { Span } from "../text/source.ts";
import type { DecodedBody } from "./decoded.ts";

/** Makes the diagnostic of a condition that does not hold; the message is undefined where it must not be shown. */
type Refuse = (place: Span, message: string | undefined) => Diagnostic;

/** Holds a block's `condition`, and where it is false says its `error_message`. One that is not known yet holds. */
export function checkCondition(rule: DecodedBody, scope: Scope, refuse: Refuse): readonly Diagnostic[] {
  const condition = rule.attributes.get("condition")?.attribute.expression;
  const message = rule.attributes.get("error_message")?.attribute.expression;
  if (condition === undefined || message === undefined) return [];
  const held = evaluate(condition, scope);
  if (held.diagnostics.length > 0 || held.value.kind === "unknown") return held.diagnostics;
  const truth = convert(held.value, boolType);
  if (!("value" in truth) || truth.value.kind !== "bool")
    return [diagnostic("condition-not-bool", condition.span, {})];
  if (truth.value.truth) return [];
  const said = evaluate(message, scope);
  const text = convert(said.value, stringType);
  const shown =
    "value" in text && text.value.kind === "string" && !containsSensitive(text.value)
      ? text.value.text
      : undefined;
  const values = referenceValues(condition, scope);
  const refused = refuse(condition.span, shown);
  return [...said.diagnostics, values.length === 0 ? refused : { ...refused, values }];
}
