import type { Body, Expression, Span, TemplatePart } from "@wf/parser";
import { rangeOf } from "./check.ts";

/** A node of the reference's tree: its kind, its ranges and whatever else that kind has. */
export type TheirNode = Readonly<Record<string, unknown>> & { readonly kind: string };

/** Kind, range and parts, for comparison. */
type Ranged = readonly unknown[];

/**
 * Our body with ranges. After a mistake the ends of what was cut off are a matter of taste: then names, labels, kinds
 * and nesting are compared, not the ranges of bodies and attributes.
 */
export function ourBody(body: Body, recovered: boolean): Ranged {
  const attributes = body.items
    .filter((item) => item.kind === "attribute")
    .map(({ name, expression, span }): Ranged => {
      const place = recovered ? "" : range(span);
      return ["attribute", name.name, range(name.span), place, ourExpression(expression)];
    });
  const blocks = body.items
    .filter((item) => item.kind === "block")
    .map(({ type, labels, body: inner, span }): Ranged => {
      const place = recovered ? "" : range(span);
      const names = labels.map((label) => [label.value, range(label.span)]);
      return ["block", type.name, range(type.span), names, place, ourBody(inner, recovered)];
    });
  return [...attributes.sort(byName), ...blocks];
}

/** The reference's body in the same form. */
export function theirBody(body: TheirNode, recovered: boolean): Ranged {
  const attributes = Object.values(nodes(body["Attributes"])).map((node): Ranged => {
    const place = recovered ? "" : String(node["SrcRange"]);
    return [
      "attribute",
      node["Name"],
      String(node["NameRange"]),
      place,
      theirExpression(child(node, "Expr")),
    ];
  });
  const blocks = list(body["Blocks"]).map((node): Ranged => {
    const ranges = node["LabelRanges"] as readonly unknown[];
    const names = (node["Labels"] as readonly string[]).map((label, at) => [label, String(ranges[at])]);
    const start = String(node["TypeRange"]).split(",").slice(0, 3);
    const end = String(node["CloseBraceRange"]).split(",").slice(3);
    const place = recovered ? "" : [...start, ...end].join(",");
    return [
      "block",
      node["Type"],
      String(node["TypeRange"]),
      names,
      place,
      theirBody(child(node, "Body"), recovered),
    ];
  });
  return [...attributes.sort(byName), ...blocks];
}

function ourExpression(node: Expression): Ranged {
  const place = range(node.span);
  switch (node.kind) {
    case "number":
      return ["literal", node.digits, place];
    case "boolean":
      return ["literal", node.value, place];
    case "null":
      return ["literal", null, place];
    case "variable":
      return ["traversal", place, [["root", node.name, place]]];
    case "attribute-access":
      return extend(node.source, ["attr", node.name.name], place);
    case "index":
      return node.key.kind === "number" || node.key.kind === "invalid"
        ? extend(node.source, ["index", node.key.kind === "number" ? node.key.digits : ""], place)
        : ["index", place, ourExpression(node.source), ourExpression(node.key)];
    case "splat":
      return ["splat", place, ourExpression(node.source), ourExpression(node.each), range(node.marker)];
    case "splat-item":
      return ["item", place];
    case "call":
      return ["call", node.name.name, range(node.name.span), node.arguments.map(ourExpression)];
    case "object":
      return [
        "object",
        node.items.map(({ key, value }) => [
          key.kind === "name" ? key.name : ourExpression(key.expression),
          ourExpression(value),
        ]),
      ];
    case "for":
      return [
        "for",
        place,
        node.keyVariable?.name ?? "",
        node.valueVariable.name,
        [node.collection, node.key, node.value, node.condition].map((each) => each && ourExpression(each)),
        node.grouped,
      ];
    case "template": {
      const [only] = node.parts;
      if (node.parts.length === 1 && only?.kind === "interpolation")
        return ["wrap", place, ourExpression(only.expression)];
      return ["template", place, node.parts.map(ourPart)];
    }
    case "invalid":
      return ["invalid"];
    default:
      return [node.kind, place];
  }
}

function ourPart(part: TemplatePart): Ranged {
  if (part.kind === "literal") return ["literal", part.value, range(part.span)];
  return part.kind === "interpolation" ? ourExpression(part.expression) : [part.kind];
}

/** The reference keeps the steps of a reference in one node, each with the range of the step alone. */
function extend(source: Expression, step: Ranged, place: string): Ranged {
  const from = ourExpression(source);
  if (from[0] !== "traversal") return ["relative", place, from, step];
  const previous = from[2] as readonly Ranged[];
  const start = range(source.span).split(",").slice(3);
  const end = place.split(",").slice(3);
  return ["traversal", place, [...previous, [...step, [...start, ...end].join(",")]]];
}

function theirExpression(node: TheirNode): Ranged {
  const place = String(node["SrcRange"]);
  switch (node.kind) {
    case "LiteralValueExpr": {
      const value = node["Val"] as { readonly k: string; readonly v?: unknown };
      return value.k === "unknown" ? ["invalid"] : ["literal", value.v ?? null, place];
    }
    case "ExprSyntaxError":
      return ["invalid"];
    case "ScopeTraversalExpr":
      return ["traversal", place, list(node["Traversal"]).map(theirStep)];
    case "IndexExpr":
      return [
        "index",
        place,
        theirExpression(child(node, "Collection")),
        theirExpression(child(node, "Key")),
      ];
    case "SplatExpr": {
      const parts = [theirExpression(child(node, "Source")), theirExpression(child(node, "Each"))];
      return ["splat", place, ...parts, String(node["MarkerRange"])];
    }
    case "AnonSymbolExpr":
      return ["item", place];
    case "FunctionCallExpr":
      return ["call", node["Name"], String(node["NameRange"]), list(node["Args"]).map(theirExpression)];
    case "ObjectConsExpr":
      return [
        "object",
        list(node["Items"]).map((item) => [
          theirKey(child(item, "KeyExpr")),
          theirExpression(child(item, "ValueExpr")),
        ]),
      ];
    case "ForExpr":
      return [
        "for",
        place,
        node["KeyVar"],
        node["ValVar"],
        ["CollExpr", "KeyExpr", "ValExpr", "CondExpr"].map((name) =>
          node[name] === null ? undefined : theirExpression(child(node, name)),
        ),
        node["Group"],
      ];
    case "TemplateExpr":
      return ["template", place, list(node["Parts"]).map(theirPart)];
    case "TemplateWrapExpr":
      return ["wrap", place, theirExpression(child(node, "Wrapped"))];
    default:
      return [node.kind, place];
  }
}

function theirPart(node: TheirNode): Ranged {
  return theirExpression(node);
}

function theirKey(node: TheirNode): unknown {
  const wrapped = child(node, "Wrapped");
  const [root, ...more] = wrapped.kind === "ScopeTraversalExpr" ? list(wrapped["Traversal"]) : [];
  return root !== undefined && more.length === 0 ? root["name"] : theirExpression(wrapped);
}

function theirStep(step: TheirNode): Ranged {
  const key = step["key"] as { readonly v?: string } | undefined;
  return [step["t"], step["name"] ?? key?.v ?? "", String(step["range"])];
}

function range(place: Span): string {
  return String(rangeOf(place));
}

function byName(left: Ranged, right: Ranged): number {
  return String(left[1]).localeCompare(String(right[1]));
}

function child(node: TheirNode, name: string): TheirNode {
  return node[name] as TheirNode;
}

function list(value: unknown): readonly TheirNode[] {
  return (value ?? []) as readonly TheirNode[];
}

function nodes(value: unknown): Readonly<Record<string, TheirNode>> {
  return value as Readonly<Record<string, TheirNode>>;
}
