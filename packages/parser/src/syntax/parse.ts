import type { WithDiagnostics } from "../text/diagnostic.ts";
import { span, type Source } from "../text/source.ts";
import type { Expression, File, Template } from "./ast.ts";
import { Grammar } from "./grammar.ts";
import { scan } from "./scan.ts";

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
  const { tokens, diagnostics, refused } = scan(source, "body");
  const place = span(source, 0, source.text.length);
  if (refused)
    return {
      value: { kind: "file", body: { kind: "body", items: [], span: place }, span: place },
      diagnostics,
    };
  const body = grammar().readBody(source, tokens);
  return withProblems({ kind: "file", body, span: place }, diagnostics);
}

/** Reads one expression, as in `--var NAME=VALUE` or the console; newlines mean nothing in it. */
export function parseExpression(source: Source): WithDiagnostics<Expression> {
  const { tokens, diagnostics, refused } = scan(source, "expression");
  if (refused) return { value: { kind: "invalid", span: span(source, 0, source.text.length) }, diagnostics };
  return withProblems(grammar().readExpression(source, tokens), diagnostics);
}

/** Reads a template without quotes, such as the file of a `templatefile` call. */
export function parseTemplate(source: Source): WithDiagnostics<Template> {
  const { tokens, diagnostics, refused } = scan(source, "template");
  const place = span(source, 0, source.text.length);
  if (refused) return { value: { kind: "template", form: "bare", parts: [], span: place }, diagnostics };
  return withProblems(grammar().readTemplate(source, tokens), diagnostics);
}

function withProblems<T>(value: T, scanned: WithDiagnostics<T>["diagnostics"]): WithDiagnostics<T> {
  const all = [...scanned, ...grammar().problems];
  return { value, diagnostics: all.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)) };
}
