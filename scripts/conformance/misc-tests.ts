import {
  isIdentifier,
  itemsAt,
  parse,
  parseExpression,
  traversalOf,
  type Attribute,
  type Expression,
} from "@wf/parser";
import { all, equal, rangeOf, type Check, type Outcome, type Range } from "./check.ts";

interface Case {
  readonly i: number;
  readonly input: string | { readonly base64: string };
  readonly absSupported?: boolean;
  readonly byte?: number;
  readonly want?: unknown;
  readonly wantDiagCount?: number;
  readonly wantName?: string;
  readonly wantRange?: Range;
  readonly wantSrc?: string;
  readonly wantTypes?: readonly string[] | null;
  readonly refDiags?: readonly { readonly subject: Range }[];
}

/** One suite each: identifiers, traversals, look-ups by position, characters that begin nothing. */
const suites: Readonly<Record<string, (id: string, test: Case, input: string) => Outcome>> = {
  parse_traversal: traversal,
  valid_identifier: (id, test, input) =>
    typeof test.input === "string"
      ? equal(id, "verdict", isIdentifier(input), test.want)
      : { id, status: "left-out", reason: "text that is not UTF-8 is refused before parsing" },
  invalid_tokens: (id, { refDiags = [] }, input) => {
    const [first] = parse({ name: "misc.hcl", text: input }).diagnostics;
    const range = first?.span === undefined ? undefined : rangeOf(first.span);
    return all(
      equal(id, "code", first?.code, "invalid-character"),
      equal(id, "place", range, refDiags[0]?.subject),
    );
  },
  scan_string_lit: (id) => ({ id, status: "left-out", reason: "how the reference cuts a literal up inside" }),
  blocks_at_pos: (id, { byte = 0, wantTypes }, input) => {
    const blocks = at(input, byte).filter((item) => item.kind === "block");
    return equal(
      id,
      "blocks",
      blocks.map(({ type }) => type.name),
      wantTypes ?? [],
    );
  },
  attribute_at_pos: (id, { byte = 0, wantName }, input) =>
    equal(id, "attribute", attributeAt(input, byte)?.name.name ?? "", wantName),
  outermost_expr_at_pos: (id, { byte = 0, wantSrc }, input) => {
    const expression = attributeAt(input, byte)?.expression;
    return equal(id, "text", expression === undefined ? "" : textOf(expression), wantSrc);
  },
  expression_incomplete_call_ranges: (id, { wantRange }, input) => {
    const { span } = parseExpression({ name: "misc.hcl", text: input }).value;
    const [startLine, startColumn, startByte, endLine, endColumn, endByte] = rangeOf(span);
    // The reference has no end for a call that is not closed.
    const end = wantRange?.[3] === 0 ? [0, 0, 0] : [endLine, endColumn, endByte];
    return equal(id, "range", [startLine, startColumn, startByte, ...end], wantRange);
  },
};

/** Small suites of the reference's syntax package. */
export const miscTests: Check = function* miscTests(data) {
  const { suites: cases } = data as { readonly suites: Readonly<Record<string, readonly Case[]>> };
  for (const [name, tests] of Object.entries(cases))
    for (const test of tests) {
      const id = `${name} ${test.i}`;
      const input = typeof test.input === "string" ? test.input : "";
      yield suites[name]?.(id, test, input) ?? { id, status: "left-out", reason: `no check for ${name}` };
    }
};

function traversal(id: string, { want, wantDiagCount, absSupported }: Case, input: string): Outcome {
  if (absSupported === false)
    return { id, status: "left-out", reason: "traversals with splats are no references here" };
  const { value, diagnostics } = parseExpression({ name: "misc.hcl", text: input });
  const ours = diagnostics.length > 0 ? undefined : traversalOf(value);
  if (ours === undefined) return equal(id, "verdict", true, (wantDiagCount ?? 0) > 0);
  const names = [ours.root, ...ours.steps.map((step) => (step.kind === "attribute" ? step.name : step.key))];
  const theirs = (want as readonly { readonly name?: string; readonly key?: { readonly v: string } }[]).map(
    (step) => step.name ?? step.key?.v,
  );
  return all(equal(id, "verdict", wantDiagCount, 0), equal(id, "steps", names, theirs));
}

function at(input: string, byte: number): ReturnType<typeof itemsAt> {
  return itemsAt(parse({ name: "misc.hcl", text: input }).value.body, byte);
}

function attributeAt(input: string, byte: number): Attribute | undefined {
  return at(input, byte).find((item) => item.kind === "attribute");
}

function textOf({ span }: Expression): string {
  return span.source.text.slice(span.start, span.end);
}
