import { format, hasErrors, parse } from "@wf/parser";
import { canonicalBody } from "./canonical.ts";
import { all, casesOf, equal, type Check } from "./check.ts";

interface Case {
  readonly input: string;
  readonly formatted?: string;
}

/** Formatting loses nothing: the layout is the reference's, and the tree stays what it was. */
export const roundTripTest: Check = (data) =>
  casesOf<Case>(data).map(({ input, formatted }, index) => {
    const id = `round trip ${index}`;
    const source = { name: "round-trip.hcl", text: input };
    const before = parse(source);
    const layout = format(source).value;
    const after = parse({ name: "round-trip.hcl", text: layout });
    return all(
      equal(id, "verdict", hasErrors(before.diagnostics), false),
      equal(id, "tree", canonicalBody(after.value.body), canonicalBody(before.value.body)),
      equal(id, "layout", layout, formatted ?? input),
    );
  });
