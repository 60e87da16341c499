import {
  applyConstraint,
  diagnostic,
  evaluate,
  hasErrors,
  listValue,
  mapValue,
  nullValue,
  objectValue,
  parse,
  typeConstraint,
  type Block,
  type Body,
  type Diagnostic,
  type Scope,
  type Value,
} from "@wf/parser";
import { all, casesOf, equal, rangeOf, type Check, type Range } from "./check.ts";
import { canonicalValue, valueOf, type Tagged } from "./tagged-value.ts";

interface Case {
  readonly name: string;
  readonly hcl: string;
  readonly hcldec: string;
  readonly resultTagged?: Tagged;
  readonly wantDiags?: readonly { readonly subject: Range }[];
}

/** The spec suite: bodies decoded by its small schema, or the exact places of the mistakes. */
export const specsuite: Check = (data) =>
  casesOf<Case>(data).map(({ name, hcl, hcldec, resultTagged, wantDiags }) => {
    const { body: spec } = parse({ name: "spec.hcldec", text: hcldec }).value;
    const { value, diagnostics } = parse({ name: "test.hcl", text: hcl });
    const decoding: Decoding = { scope: { variables: variablesOf(spec) }, diagnostics: [] };
    const decoded = decode(rootOf(spec), value.body, decoding);
    const said = hasErrors(diagnostics) ? diagnostics : [...diagnostics, ...decoding.diagnostics];
    const places = equal(
      name,
      "ranges",
      said.map(({ span }) => (span === undefined ? undefined : rangeOf(span))),
      (wantDiags ?? []).map(({ subject }) => subject),
    );
    if (resultTagged === undefined) return places;
    return all(places, equal(name, "value", untyped(decoded), untyped(valueOf(resultTagged))));
  });

/** Results are written in a language without types of collections. */
function untyped(value: Value): string {
  return canonicalValue(value)
    .replace(/\b(?:map|object)\{/g, "{")
    .replace(/\b(?:list|tuple|set)\[/g, "[");
}

interface Decoding {
  readonly scope: Scope;
  readonly diagnostics: Diagnostic[];
}

function blocksOf(body: Body): readonly Block[] {
  return body.items.filter((item) => item.kind === "block");
}

function rootOf(spec: Body): Block {
  const root = blocksOf(spec).find(({ type }) => type.name !== "variables");
  if (root === undefined) throw new Error("a spec has a root");
  return root;
}

function variablesOf(spec: Body): ReadonlyMap<string, Value> {
  const block = blocksOf(spec).find(({ type }) => type.name === "variables");
  const items = block?.body.items.filter((item) => item.kind === "attribute") ?? [];
  return new Map(
    items.map((item) => [item.name.name, evaluate(item.expression, { variables: new Map() }).value]),
  );
}

/** The text of a spec's own setting. */
function settingOf(spec: Block, name: string): string | undefined {
  const value = evaluateAttribute(spec.body, name);
  return value?.kind === "string" ? value.text : undefined;
}

function evaluateAttribute(body: Body, name: string): Value | undefined {
  const found = body.items.find((item) => item.kind === "attribute" && item.name.name === name);
  return found?.kind === "attribute" ? evaluate(found.expression, { variables: new Map() }).value : undefined;
}

function decode(spec: Block, body: Body, decoding: Decoding): Value {
  switch (spec.type.name) {
    case "literal":
      return evaluateAttribute(spec.body, "value") ?? nullValue();
    case "object":
      return decodeObject(spec, body, decoding);
    default: {
      const type = settingOf(spec, "block_type") ?? "";
      return decodeBlocks(spec, type, body, decoding, []);
    }
  }
}

function decodeObject(spec: Block, body: Body, decoding: Decoding): Value {
  const parts = blocksOf(spec.body);
  const attributes = parts.filter(({ type }) => type.name === "attr");
  const nested = parts.filter(({ type }) => type.name !== "attr");
  refuseUnexpected(body, attributes.map(nameOf), nested.map(nameOf), decoding);
  return objectValue([
    ...attributes.map((each) => [nameOf(each), decodeAttribute(each, body, decoding)] as const),
    ...nested.map(
      (each) => [nameOf(each), decodeBlocks(each, nameOf(each), body, decoding, labelsOf(each))] as const,
    ),
  ]);
}

function nameOf(spec: Block): string {
  return spec.labels[0]?.value ?? "";
}

function labelsOf(spec: Block): readonly Value[] {
  const labels = evaluateAttribute(spec.body, "labels");
  return labels?.kind === "sequence" ? labels.items : [];
}

function refuseUnexpected(
  body: Body,
  attributes: readonly string[],
  blocks: readonly string[],
  decoding: Decoding,
): void {
  for (const item of body.items) {
    const name = item.kind === "attribute" ? item.name : item.type;
    if ((item.kind === "attribute" ? attributes : blocks).includes(name.name)) continue;
    const parameters = { name: name.name, block: "the body", near: undefined, allowed: attributes };
    decoding.diagnostics.push(diagnostic("unknown-attribute", name.span, parameters));
  }
}

function decodeAttribute(spec: Block, body: Body, decoding: Decoding): Value {
  const item = body.items.find((each) => each.kind === "attribute" && each.name.name === nameOf(spec));
  const type = spec.body.items.find((each) => each.kind === "attribute" && each.name.name === "type");
  if (item?.kind !== "attribute" || type?.kind !== "attribute") return nullValue();
  const evaluated = evaluate(item.expression, decoding.scope);
  decoding.diagnostics.push(...evaluated.diagnostics);
  const converted = applyConstraint(evaluated.value, typeConstraint(type.expression).value);
  return "value" in converted ? converted.value : nullValue();
}

function decodeBlocks(
  spec: Block,
  type: string,
  body: Body,
  decoding: Decoding,
  labels: readonly Value[],
): Value {
  const inner = rootOf(spec.body);
  const blocks = blocksOf(body).filter((each) => each.type.name === type);
  const decoded = blocks.map((each) => decode(inner, each.body, decoding));
  const [first] = decoded;
  if (spec.type.name === "block") return first ?? nullValue();
  const element = first?.type ?? nullValue().type;
  if (labels.length === 0) return listValue(element, decoded);
  return mapValue(
    element,
    decoded.map((each, index) => [blocks[index]?.labels[0]?.value ?? "", each] as const),
  );
}
