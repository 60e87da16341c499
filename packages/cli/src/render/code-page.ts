import type { Code } from "@wf/parser";
import { homepage } from "../version.ts";

/** The page about a code, from the documentation's root. */
export function codePage(code: Code): string {
  return `docs/reference/diagnostics/${code}.md`;
}

/** The same page's address; undefined where wf has no home on the web. */
export function codeAddress(code: Code): string | undefined {
  return homepage === undefined ? undefined : new URL(codePage(code), homepage).href;
}
