import {
  evaluate,
  parseExpression,
  parseTemplate,
  standardFunctions,
  type FunctionTable,
  type Scope,
} from "../../packages/parser/src/index.ts";
import { canonical, entriesOf, valueOf, type Tagged } from "./tagged-value.ts";

interface Context {
  readonly variables?: unknown;
  readonly functions?: Readonly<Record<string, string>>;
}

interface Case {
  readonly id: string;
  readonly tier: string;
  readonly mode: "expr" | "template";
  readonly input: string;
  readonly ctx: Context | null;
  readonly want: Tagged;
  readonly wantDiagCount: number;
  readonly parseOK: boolean;
}

/** Why a case fails, or undefined where it passes. */
export function check(each: Case): string | undefined {
  const source = { name: "test.wf.hcl", text: each.input };
  const parsed = each.mode === "expr" ? parseExpression(source) : parseTemplate(source);
  const evaluated = evaluate(parsed.value, scopeOf(each.ctx));
  const said = [...parsed.diagnostics, ...evaluated.diagnostics].filter((one) => one.severity === "error");
  // How much of one slip of syntax is worth saying differs between parsers; of values the count is the same.
  const asWanted = each.parseOK ? said.length === each.wantDiagCount : said.length > 0;
  if (!asWanted)
    return `${said.length} diagnostics, not ${each.wantDiagCount}: ${said.map((one) => `${one.summary} ${one.detail}`).join("; ")}`;
  // Where something is wrong, what is left of the value is each implementation's own.
  if (said.length > 0) return undefined;
  const [got, want] = [canonical(evaluated.value), canonical(valueOf(each.want))];
  return got === want ? undefined : `${got}, not ${want}`;
}

/** Without a context no names are known and no functions may be called. */
export function scopeOf(context: Context | null): Scope {
  const variables = new Map(entriesOf(context?.variables ?? {}));
  return context?.functions === undefined
    ? { variables }
    : { variables, functions: table(context.functions) };
}

function table(functions: Readonly<Record<string, string>>): FunctionTable {
  return new Map(
    Object.entries(functions).flatMap(([name, stdlib]) => {
      const found = standardFunctions.get(stdlib.replace("stdlib.", ""));
      return found === undefined ? [] : [[name, found] as const];
    }),
  );
}
