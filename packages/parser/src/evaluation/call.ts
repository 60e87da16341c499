import { append } from "../append.ts";
import type { Expression, FunctionCall } from "../syntax/ast.ts";
import { hasErrors, type Diagnostic } from "../text/diagnostic.ts";
import { span } from "../text/source.ts";
import { suggest } from "../text/suggest.ts";
import { convert } from "./convert.ts";
import { problem } from "./explain.ts";
import {
  FunctionFailure,
  type EagerFunction,
  type FunctionDefinition,
  type LazyFunction,
  type Parameter,
  type Surroundings,
} from "./function-definition.ts";
import { mismatchText, withArticle } from "./mismatch.ts";
import { openly } from "./openly.ts";
import { costOf, failed, gathered, outcome, type Attempt, type Outcome, type Run } from "./rule.ts";
import { inherited, type Scope } from "./scope.ts";
import { moreSensitive, sensitive, sensitivityOf, unmarked, type Sensitivity } from "./sensitivity.ts";
import { renderTemplate } from "./render-template.ts";
import { typeName } from "./types.ts";
import { unknownValue, type Value } from "./value.ts";

/** An argument of a call: an expression, or an element of the last one's value where it is expanded. */
interface Argument {
  readonly expression: Expression;
  readonly evaluate: () => Outcome;
}

/** `name(a, b...)` */
export function evaluateCall(expression: FunctionCall, scope: Scope, run: Run): Outcome {
  const definition = functionNamed(expression, scope);
  if (!("parameters" in definition)) return failed(definition);
  const expanded = argumentsOf(expression, scope, run);
  if (expanded.arguments === undefined)
    return outcome(sensitive(unknownValue(), expanded.why), expanded.diagnostics);
  const wrong = wrongCount(expression, definition, expanded.arguments, scope);
  if (wrong !== undefined) return failed(...expanded.diagnostics, wrong);
  const called =
    definition.kind === "lazy"
      ? callLazily(expression, definition, expanded.arguments, scope, run)
      : callEagerly(expression, definition, expanded.arguments, scope, run);
  return outcome(called.value, gathered(expanded.diagnostics, called.diagnostics));
}

function functionNamed(expression: FunctionCall, scope: Scope): FunctionDefinition | Diagnostic {
  const { name } = expression.name;
  const found = inherited(scope, ({ functions }) => functions?.get(name));
  if (found !== undefined) return found;
  const tables = inherited(scope, ({ functions }) => functions);
  if (tables === undefined) return problem("functions-not-allowed", expression, scope, { name });
  const near = suggest(name, tables.keys());
  return problem("unknown-function", expression, scope, { name, near }, expression.name.span);
}

interface Expanded {
  readonly arguments: readonly Argument[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly why: Sensitivity;
}

function argumentsOf(expression: FunctionCall, scope: Scope, run: Run): Expanded {
  const written = expression.arguments.map((each): Argument => ({
    expression: each,
    evaluate: () => run(each, scope),
  }));
  const last = written.at(-1);
  if (!expression.expanded || last === undefined) return { arguments: written, diagnostics: [], why: false };
  const { value, diagnostics } = last.evaluate();
  const why = value.sensitive;
  if (hasErrors(diagnostics)) return { arguments: undefined, diagnostics, why };
  const isSequence = ["tuple", "list", "set"].includes(value.type.kind);
  if (value.kind === "null" || (!isSequence && value.type.kind !== "dynamic")) {
    const found = value.kind === "null" ? "null" : withArticle(typeName(value.type));
    const wrong = problem("invalid-expansion", last.expression, scope, { found });
    return { arguments: undefined, diagnostics: [...diagnostics, wrong], why };
  }
  if (value.kind !== "sequence") return { arguments: undefined, diagnostics, why };
  const items = value.items.map((item): Argument => ({
    expression: last.expression,
    evaluate: () => outcome(sensitive(item, moreSensitive(item.sensitive, why))),
  }));
  return { arguments: [...written.slice(0, -1), ...items], diagnostics, why };
}

function wrongCount(
  expression: FunctionCall,
  { parameters, rest, restAtMost }: FunctionDefinition,
  given: readonly Argument[],
  scope: Scope,
): Diagnostic | undefined {
  const name = expression.name.name;
  const { source, end } = expression.parentheses;
  const missing = parameters[given.length];
  if (missing !== undefined) {
    const least = parameters.length;
    const open = rest !== undefined;
    return problem(
      "missing-argument",
      expression,
      scope,
      { name, parameter: missing.name, least, open },
      span(source, end - 1, end),
    );
  }
  const most = rest === undefined ? parameters.length : parameters.length + (restAtMost ?? Infinity);
  const surplus = given[most];
  if (surplus === undefined) return undefined;
  return problem("surplus-argument", expression, scope, { name, most }, surplus.expression.span);
}

function callLazily(
  expression: FunctionCall,
  definition: LazyFunction,
  given: readonly Argument[],
  scope: Scope,
  run: Run,
): Outcome {
  try {
    return outcome(definition.call(given.map((each) => (): Attempt => run.watch(each.evaluate))));
  } catch (error) {
    return failed(failureOf(error, expression, definition, given, scope, false));
  }
}

function callEagerly(
  expression: FunctionCall,
  definition: EagerFunction,
  given: readonly Argument[],
  scope: Scope,
  run: Run,
): Outcome {
  const diagnostics: Diagnostic[] = [];
  const values = given.map((each, index) => {
    const evaluated = each.evaluate();
    append(diagnostics, evaluated.diagnostics);
    run.spend(costOf([evaluated.value]));
    const parameter = parameterAt(definition, index);
    const fitted = fit(evaluated.value, parameter);
    if (typeof fitted !== "string") return fitted;
    if (!hasErrors(evaluated.diagnostics))
      diagnostics.push(
        problem("invalid-argument", each.expression, scope, {
          name: expression.name.name,
          parameter: parameter.name,
          position: index + 1,
          reason: fitted,
        }),
      );
    // Whether it fits may tell something of what it holds.
    return sensitive(unknownValue(parameter.type), sensitivityOf(evaluated.value));
  });
  let why: Sensitivity = false;
  for (const each of values) why = moreSensitive(why, sensitivityOf(each));
  if (hasErrors(diagnostics)) return outcome(sensitive(unknownValue(), why), diagnostics);

  try {
    const value = applied(definition, values, why, surroundings(scope, run));
    run.spend(costOf([value]));
    return outcome(value, diagnostics);
  } catch (error) {
    const failure = failureOf(error, expression, definition, given, scope, why !== false);
    return outcome(sensitive(unknownValue(), why), [...diagnostics, failure]);
  }
}

function applied(
  definition: EagerFunction,
  values: readonly Value[],
  why: Sensitivity,
  around: Surroundings,
): Value {
  const takes = definition.takes ?? "known";
  const blocked = values.some((each) =>
    takes === "known" ? !each.extent.known : takes === "parts" && each.kind === "unknown",
  );
  if (blocked) {
    const type = typeof definition.result === "function" ? definition.result(values) : definition.result;
    return sensitive(unknownValue(type), why);
  }
  if (definition.sensitivity === "raw") return definition.call(values, around);
  if (definition.sensitivity === "parts") {
    const own = values.reduce<Sensitivity>((so, each) => moreSensitive(so, each.sensitive), false);
    const result = definition.call(
      values.map((each) => unmarked(each)),
      around,
    );
    return sensitive(result, moreSensitive(result.sensitive, own));
  }
  const open = why === false ? values : values.map((each) => openly(each));
  return sensitive(definition.call(open, around), why);
}

/** The value as the parameter takes it, or why it does not. */
function fit(value: Value, parameter: Parameter): Value | string {
  if (value.kind === "null" && parameter.nullable !== true) return "it must not be null";
  const converted = convert(value, parameter.type);
  return "value" in converted ? converted.value : mismatchText(converted.mismatch);
}

function parameterAt({ parameters, rest }: FunctionDefinition, index: number): Parameter {
  const parameter = parameters[index] ?? rest;
  if (parameter === undefined) throw new Error(`There is no parameter ${index}`);
  return parameter;
}

function surroundings(scope: Scope, run: Run): Surroundings {
  return {
    host: inherited(scope, (each) => each.host),
    spend: run.spend,
    renderTemplate: (name, text, variables) => renderTemplate({ name, text }, variables, scope, run),
  };
}

function failureOf(
  error: unknown,
  expression: FunctionCall,
  definition: FunctionDefinition,
  given: readonly Argument[],
  scope: Scope,
  masked: boolean,
): Diagnostic {
  if (!(error instanceof FunctionFailure)) throw error;
  const found = error.found === undefined || masked ? "" : ` (${error.found})`;
  const reason = `${error.message}${found}`;
  const { name } = expression.name;
  const at = error.argument;
  const argument = at === undefined ? undefined : given[at];
  if (at === undefined || argument === undefined)
    return problem("function-failed", expression, scope, { name, reason });
  const parameter = parameterAt(definition, at).name;
  return problem("invalid-argument", argument.expression, scope, {
    name,
    parameter,
    position: at + 1,
    reason,
  });
}
