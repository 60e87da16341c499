import { parse } from "@wf/parser";
import { casesOf, equal, rangeOf, type Check, type Range } from "./check.ts";

interface Case {
  readonly name: string;
  readonly input: string;
  readonly wantDiags: readonly { readonly subject: Range }[];
}

/** Which mistakes are found, and where; the words are our own. */
export const parserDiagnosticsTest: Check = (data) =>
  casesOf<Case>(data).map(({ name, input, wantDiags }) => {
    const { diagnostics } = parse({ name: "broken.hcl", text: input });
    const ours = diagnostics.map((each) => (each.span === undefined ? undefined : rangeOf(each.span)));
    const theirs = wantDiags.map(({ subject }) => subject);
    return equal(name, "ranges", ours, theirs);
  });
