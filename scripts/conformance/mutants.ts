import { hasErrors, parse } from "@wf/parser";
import { canonicalBody } from "./canonical.ts";
import { all, casesOf, equal, type Check } from "./check.ts";

interface Case {
  readonly src: string;
  readonly ok: boolean;
  readonly ast?: unknown;
}

/** Real files with a token changed: verdict and, where they are still right, tree. */
export const mutants: Check = (data) =>
  casesOf<Case>(data).map(({ src, ok, ast }, index) => {
    const { value, diagnostics } = parse({ name: "mutant.hcl", text: src });
    const verdict = equal(`mutant ${index}`, "verdict", !hasErrors(diagnostics), ok);
    return ok ? all(verdict, equal(`mutant ${index}`, "tree", canonicalBody(value.body), ast)) : verdict;
  });
