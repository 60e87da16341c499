import { diagnostic, type WithDiagnostics } from "../text/diagnostic.ts";
import type { IToken } from "chevrotain";
import { span, type Source } from "../text/source.ts";
import type { Body, Expression, File, Template } from "./ast.ts";
import { Grammar } from "./grammar.ts";
import { nestingLimit, scan, type Form } from "./scan.ts";

let instance: Grammar | undefined;

/** The parser, made when it is first needed: making it takes longer than reading a small file. */
function grammar(): Grammar {
  instance ??= new Grammar();
  return instance;
}

/**
 * Reads a configuration file. Whatever the text is, there is a tree of what could be read, and all mistakes at once.
 *
 * @example parse({ name: "main.wf.hcl", text: 'workforce "radiology" {}\n' }).value.body.items
 */
export function parse(source: Source): WithDiagnostics<File> {
  const place = span(source, 0, source.text.length);
  const { value: body, diagnostics } = read<Body>(
    source,
    "body",
    { kind: "body", items: [], span: place },
    (tokens) => grammar().readBody(source, tokens),
  );
  return { value: { kind: "file", body, span: place }, diagnostics };
}

/** Reads one expression, as in `--var NAME=VALUE` or the console; newlines mean nothing in it. */
export function parseExpression(source: Source): WithDiagnostics<Expression> {
  const nothing: Expression = { kind: "invalid", span: span(source, 0, source.text.length) };
  return read(source, "expression", nothing, (tokens) => grammar().readExpression(source, tokens));
}

/** Reads a template without quotes, such as the file of a `templatefile` call. */
export function parseTemplate(source: Source): WithDiagnostics<Template> {
  const place = span(source, 0, source.text.length);
  const nothing: Template = { kind: "template", form: "bare", parts: [], span: place };
  return read(source, "template", nothing, (tokens) => grammar().readTemplate(source, tokens));
}

function read<T>(
  source: Source,
  form: Form,
  nothing: T,
  production: (tokens: IToken[]) => T,
): WithDiagnostics<T> {
  const { tokens, diagnostics, refused } = scan(source, form);
  if (refused) return { value: nothing, diagnostics };
  const value = onStack(() => production(tokens));
  if (value === undefined) {
    const tooDeep = diagnostic("nesting-too-deep", span(source, 0, 0), { limit: nestingLimit });
    return { value: nothing, diagnostics: [tooDeep] };
  }
  const all = [...diagnostics, ...grammar().problems];
  return { value, diagnostics: all.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)) };
}

/** Undefined where the caller has left so little of the call stack that the limits on nesting don't help. */
function onStack<T>(production: () => T): T | undefined {
  try {
    return production();
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}
