import { createInterface } from "node:readline";
import { functionHost } from "@wf/engine/node";
import {
  calledFunctions,
  evaluate,
  objectValue,
  type Open,
  openAfter,
  parseExpression,
  prepareFunctions,
  type Scope,
} from "@wf/parser";
import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { isInteractive } from "../io.ts";
import { loadConfiguration, type VariableFlag } from "../load-configuration.ts";
import { renderValueJson } from "../render/value-json.ts";
import { renderValue } from "../render/value-text.ts";
import { reportDiagnostics } from "../report.ts";

export interface ConsoleOptions {
  readonly variables: readonly VariableFlag[];
  readonly json: boolean;
}

/** Evaluates expressions, with what the directory's configuration defines in scope; missing variables are unknown. */
export async function consoleCommand(context: Context, options: ConsoleOptions): Promise<ExitCode> {
  const { scope, valid } = await scopeOf(context, options.variables);
  const answer = async (text: string): Promise<boolean> => evaluateText(context, scope, text, options.json);
  if (isInteractive(context.io)) {
    const { converse } = await import("../console/converse.ts");
    await converse(context, answer);
    return exitCode.fine;
  }
  if (!valid) return exitCode.error;
  for await (const expression of expressions(context.io.stdin))
    if (!(await answer(expression))) return exitCode.error;
  return exitCode.fine;
}

/** What can be referred to; a directory without a configuration is none to complain of. */
async function scopeOf(
  context: Context,
  variables: readonly VariableFlag[],
): Promise<{ readonly scope: Scope; readonly valid: boolean }> {
  const { value, diagnostics } = await loadConfiguration(context, variables, "unknown");
  if (!diagnostics.some(({ code }) => code === "no-configuration")) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    return { scope: value.scope, valid: reportDiagnostics(context, errors) };
  }
  const nothing = objectValue([]);
  const scope: Scope = {
    variables: new Map(["var", "local", "workforce"].map((name) => [name, nothing] as const)),
    host: functionHost(context.directory, context.io.environment),
  };
  return { scope, valid: true };
}

/** The expressions of a text: a newline ends one, unless a bracket, a heredoc or a comment is open. */
async function* expressions(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  let lines: string[] = [];
  let open: Open | undefined;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    lines.push(line);
    open = openAfter(open, line);
    if (open !== undefined) continue;
    yield lines.join("\n");
    lines = [];
  }
  if (lines.length > 0) yield lines.join("\n");
}

/** Prints an expression's value, or what is wrong with it; lines that hold none are passed over. */
async function evaluateText(context: Context, scope: Scope, text: string, json: boolean): Promise<boolean> {
  if (isBlank(text)) return true;
  // A heredoc ends with a line of its own.
  const parsed = parseExpression({ name: "<console>", text: `${text}\n`, inline: true });
  if (parsed.diagnostics.length > 0) return reportDiagnostics(context, parsed.diagnostics);
  const functions = await prepareFunctions(calledFunctions(parsed.value));
  const { value, diagnostics } = evaluate(parsed.value, { ...scope, functions });
  if (!reportDiagnostics(context, diagnostics)) return false;
  context.io.stdout.write(`${json ? renderValueJson(value) : renderValue(value)}\n`);
  return true;
}

function isBlank(text: string): boolean {
  return /^\s*$/.test(text.replace(/\/\*[^]*?\*\//g, "").replace(/^\s*(#|\/\/).*$/gm, ""));
}
