import { append } from "../append.ts";
import type { Diagnostic, WithDiagnostics } from "./diagnostic.ts";

/** Adds a result's diagnostics to the list and hands its value on. */
export function collect<T>(result: WithDiagnostics<T>, diagnostics: Diagnostic[]): T {
  append(diagnostics, result.diagnostics);
  return result.value;
}

/** What is said twice of one place, once: a mistake in a block under `for_each` is told once, not once an instance. */
export function withoutRepetition(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, span, summary, detail }) => {
    const identity = JSON.stringify([code, span?.source.name, span?.start, summary, detail]);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}
