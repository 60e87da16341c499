import { parse } from "@wf/parser";
import { all, casesOf, equal, rangeOf, type Check, type Range } from "./check.ts";
import { ourBody, theirBody, type TheirNode } from "./ranged-tree.ts";

interface Case {
  readonly id: string;
  readonly input: string;
  readonly refDiags: readonly { readonly subject: Range }[];
  readonly wantBody: TheirNode;
}

/**
 * Trees with ranges, and the places of mistakes. Two diagnostics of the reference at one place count once. After its
 * first mistake the reference keeps quiet about most others; ours goes on, so theirs must be among ours.
 */
export const parserTest: Check = (data) =>
  casesOf<Case>(data).map(({ id, input, refDiags, wantBody }) => {
    const { value, diagnostics } = parse({ name: "parser-test.hcl", text: input });
    const ours = diagnostics.map((each) => (each.span === undefined ? "" : String(rangeOf(each.span))));
    const theirs = refDiags.map(({ subject }) => String(subject));
    const recovered = refDiags.length > 0;
    return all(
      equal(id, "found", ours.length > 0, recovered),
      equal(
        id,
        "places",
        theirs.filter((place) => !ours.includes(place)),
        [],
      ),
      equal(id, "tree", ourBody(value.body, recovered), theirBody(wantBody, recovered)),
    );
  });
