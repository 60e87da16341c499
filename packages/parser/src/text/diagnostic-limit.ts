import { diagnostic, type Diagnostic } from "./diagnostic.ts";
import type { Source } from "./source.ts";

/** How many errors of one file are told: whoever has more has one cause for most of them. */
export const errorLimit = 100;

/** The diagnostics with the first errors of each file, and for each file with more of them one that says so. */
export function limitErrors(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= errorLimit) return diagnostics;
  const told = new Map<Source | undefined, number>();
  return diagnostics.flatMap((each) => {
    if (each.severity === "warning") return [each];
    const count = (told.get(each.span?.source) ?? 0) + 1;
    told.set(each.span?.source, count);
    if (count <= errorLimit) return [each];
    return count === errorLimit + 1 ? [diagnostic("more-errors", each.span, { limit: errorLimit })] : [];
  });
}
