import type { Body, Expression, TemplatePart } from "@wf/parser";

/** A tree as the reference data writes it: nested arrays, traversals flat. */
export type Canonical = string | boolean | null | readonly Canonical[];

/** A body, attributes and blocks in source order. */
export function canonicalBody(body: Body): Canonical {
  return body.items.map((item) =>
    item.kind === "attribute"
      ? ["attr", item.name.name, canonical(item.expression)]
      : ["block", item.type.name, item.labels.map(({ value }) => value), canonicalBody(item.body)],
  );
}

/** An expression. */
function canonical(node: Expression): Canonical {
  switch (node.kind) {
    case "number":
      return ["num", decimal(node.digits)];
    case "boolean":
      return ["bool", node.value];
    case "null":
      return ["null"];
    case "variable":
      return ["ref", node.name];
    case "splat-item":
      return ["each"];
    case "attribute-access":
      return step(node.source, `.${node.name.name}`);
    case "index": {
      const literal = literalKey(node.key);
      return literal === undefined
        ? ["index", canonical(node.source), canonical(node.key)]
        : step(node.source, [literal]);
    }
    case "splat":
      return ["splat", canonical(node.source), canonical(node.each)];
    case "call":
      return ["call", node.name.name, node.expanded, ...node.arguments.map(canonical)];
    case "binary":
      return ["bin", node.operator, canonical(node.left), canonical(node.right)];
    case "unary":
      return ["un", node.operator, canonical(node.operand)];
    case "conditional":
      return ["cond", canonical(node.condition), canonical(node.then), canonical(node.otherwise)];
    case "parentheses":
      return ["paren", canonical(node.expression)];
    case "tuple":
      return ["tuple", ...node.items.map(canonical)];
    case "object":
      return [
        "object",
        ...node.items.map(({ key, value }) => [
          key.kind === "name" ? ["key", key.name] : canonical(key.expression),
          canonical(value),
        ]),
      ];
    case "for":
      return [
        node.result === "tuple" ? "fortuple" : "forobject",
        node.keyVariable?.name ?? "",
        node.valueVariable.name,
        canonical(node.collection),
        node.key === undefined ? null : canonical(node.key),
        canonical(node.value),
        node.condition === undefined ? null : canonical(node.condition),
        node.grouped,
      ];
    case "template": {
      const [only] = node.parts;
      if (node.parts.length === 1 && only?.kind === "interpolation")
        return ["tplwrap", canonical(only.expression)];
      return template(node.parts);
    }
    default:
      return ["invalid"];
  }
}

function step(source: Expression, added: Canonical): Canonical {
  const from = canonical(source);
  const isTraversal =
    source.kind === "variable" || source.kind === "attribute-access" || source.kind === "index";
  if (isTraversal && Array.isArray(from) && (from[0] === "ref" || from[0] === "rel")) return [...from, added];
  return ["rel", from, added];
}

function literalKey(key: Expression): Canonical | undefined {
  if (key.kind === "number" || key.kind === "boolean" || key.kind === "null") return canonical(key);
  if (key.kind !== "template" || key.parts.length > 1) return undefined;
  const [part] = key.parts;
  if (part === undefined) return ["str", ""];
  return part.kind === "literal" ? ["str", part.value] : undefined;
}

function template(parts: readonly TemplatePart[]): Canonical {
  return ["tpl", ...(parts.length === 0 ? [["str", ""]] : parts.map(canonicalPart))];
}

function canonicalPart(part: TemplatePart): Canonical {
  switch (part.kind) {
    case "literal":
      return ["str", part.value];
    case "interpolation":
      return canonical(part.expression);
    case "if":
      return ["cond", canonical(part.condition), template(part.then), template(part.otherwise ?? [])];
    default:
      return [
        "tpljoin",
        [
          "fortuple",
          part.keyVariable?.name ?? "",
          part.valueVariable.name,
          canonical(part.collection),
          null,
          template(part.parts),
          null,
          false,
        ],
      ];
  }
}

/** The reference writes numbers plainly: no exponent, no zeros that say nothing. */
function decimal(digits: string): string {
  const [mantissa = "", exponent = "0"] = digits.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const point = whole.length + Number(exponent);
  const all = `${"0".repeat(Math.max(0, -point))}${whole}${fraction}`.padEnd(point, "0");
  const at = Math.max(0, point);
  const plain = `${all.slice(0, at)}.${all.slice(at)}`.replace(/\.?0*$/, "").replace(/^0+(?=\d)/, "");
  return plain.startsWith(".") ? `0${plain}` : plain === "" ? "0" : plain;
}
