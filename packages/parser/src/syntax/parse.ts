import { append } from "../append.ts";
import { diagnostic, type Diagnostic, type WithDiagnostics } from "../text/diagnostic.ts";
import { errorLimit, limitErrors } from "../text/diagnostic-limit.ts";
import type { IToken } from "chevrotain";
import { span, type Source } from "../text/source.ts";
import type { BodyItem, Expression, File, Template } from "./ast.ts";
import { Grammar } from "./grammar.ts";
import { nestingLimit, scan, type Form, type Scan } from "./scan.ts";
import { sections } from "./sections.ts";

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
  const items: BodyItem[] = [];
  const diagnostics = readSections(source, (section) => {
    for (const item of section.items) items.push(item);
  });
  const place = span(source, 0, source.text.length);
  return { value: { kind: "file", body: { kind: "body", items, span: place }, span: place }, diagnostics };
}

/** A section of a file: what is defined in it, and its tokens. */
export interface Section {
  readonly items: readonly BodyItem[];
  readonly tokens: Scan;
}

/** Reads a file section by section, and returns all mistakes at once; its tokens last no longer than the visit. */
export function readSections(source: Source, visit: (section: Section) => void): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  grammar().beginFile(source);
  for (const tokens of sections(source)) {
    append(diagnostics, tokens.diagnostics);
    if (tokens.refused) break;
    const items = onStack(() => grammar().readSection(tokens.tokens));
    if (items === undefined) return [outOfStack(source)];
    visit({ items, tokens });
    if (diagnostics.length + grammar().problems.length > errorLimit) break;
  }
  return inOrder([...diagnostics, ...grammar().problems]);
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
  form: Exclude<Form, "body">,
  nothing: T,
  production: (tokens: IToken[]) => T,
): WithDiagnostics<T> {
  const { tokens, diagnostics, refused } = scan(source, form);
  if (refused) return { value: nothing, diagnostics };
  const value = onStack(() => production(tokens));
  if (value === undefined) {
    return { value: nothing, diagnostics: [outOfStack(source)] };
  }
  return { value, diagnostics: inOrder([...diagnostics, ...grammar().problems]) };
}

function inOrder(diagnostics: Diagnostic[]): readonly Diagnostic[] {
  return limitErrors(diagnostics.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)));
}

function outOfStack(source: Source): Diagnostic {
  return diagnostic("nesting-too-deep", span(source, 0, 0), { limit: nestingLimit });
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
