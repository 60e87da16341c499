import { expect } from "vitest";
import {
  describeValue,
  evaluate,
  parseExpression,
  prepareFunctions,
  standardFunctions,
  type Diagnostic,
  type FunctionHost,
  type Scope,
  type Value,
} from "../../src/index.ts";

await prepareFunctions(standardFunctions.keys());

const files: Readonly<Record<string, string>> = {
  "protocols/chest.txt": "Two views\n",
  "protocols/hand.txt": "Three views\n",
  "letter.tmpl": "Dear ${name},\n%{ for site in sites ~}\n- ${upper(site)}\n%{ endfor ~}\n",
  "broken.tmpl": "Dear ${nmae}",
};

/** A configuration's directory and an environment, in memory. */
const archive: FunctionHost = {
  readFile: (path) => {
    const text = files[path];
    return text === undefined
      ? { failure: "there is no such file" }
      : { bytes: new TextEncoder().encode(text) };
  },
  fileExists: (path) => path in files,
  listFiles: () => ({ paths: Object.keys(files) }),
  environment: (name) => ({ READER_TOKEN: "s3cr3t-token" })[name],
  homeDirectory: () => "/home/ranger",
};

/** The scope that tests evaluate in, with these variables. */
export function scopeWith(variables: Readonly<Record<string, Value>> = {}): Scope {
  return { variables: new Map(Object.entries(variables)), functions: standardFunctions, host: archive };
}

/** What an expression yields. */
export function evaluated(
  text: string,
  variables: Readonly<Record<string, Value>> = {},
): { readonly value: Value; readonly diagnostics: readonly Diagnostic[] } {
  const parsed = parseExpression({ name: "main.wf.hcl", text });
  expect(parsed.diagnostics).toEqual([]);
  return evaluate(parsed.value, scopeWith(variables));
}

/** What an expression yields, as `describeValue` shows it; it must be right. */
export function shown(text: string, variables: Readonly<Record<string, Value>> = {}): string {
  const { value, diagnostics } = evaluated(text, variables);
  expect(diagnostics).toEqual([]);
  return describeValue(value);
}

/** What is said about an expression: each diagnostic's code, the text it points at, and its detail. */
export function said(
  text: string,
  variables: Readonly<Record<string, Value>> = {},
): readonly (readonly [string, string, string])[] {
  return evaluated(text, variables).diagnostics.map(({ code, span, detail }) => [
    code,
    span === undefined ? "" : text.slice(span.start, span.end),
    detail,
  ]);
}
