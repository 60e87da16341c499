import { format, hasErrors, parse } from "@wf/parser";
import { canonicalBody } from "./canonical.ts";
import { all, casesOf, equal, type Check } from "./check.ts";

interface Case {
  readonly path: string;
  readonly src: string;
  readonly ok: boolean;
  readonly ast?: unknown;
  readonly formatted: string | null;
}

/** Real files: verdict, tree and layout. */
export const corpus: Check = (data) =>
  casesOf<Case>(data).map(({ path, src, ok, ast, formatted }) => {
    const source = { name: path, text: src };
    const { value, diagnostics } = parse(source);
    return all(
      equal(path, "verdict", !hasErrors(diagnostics), ok),
      ok ? equal(path, "tree", canonicalBody(value.body), ast) : equal(path, "verdict", true, true),
      equal(
        path,
        "layout",
        format(source).value,
        ok && formatted !== null ? sameLineEnds(formatted, src) : src,
      ),
    );
  });

/** One layout was recorded with line ends that its source doesn't have. */
function sameLineEnds(formatted: string, src: string): string {
  return src.includes("\r") ? formatted : formatted.replaceAll("\r\n", "\n");
}
