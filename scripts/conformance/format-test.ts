import { formatTokens } from "@wf/parser";
import { casesOf, equal, type Check } from "./check.ts";

interface Case {
  readonly i: number;
  readonly input: string;
  readonly want: string;
}

/** Layout of fragments, some of which are no configuration: the layout alone is asked, not the verdict. */
export const formatTest: Check = (data) =>
  casesOf<Case>(data).map(({ i, input, want }) =>
    equal(`format ${i}`, "layout", formatTokens({ name: "fragment.hcl", text: input }), want),
  );
