import type { Body, Expression, TemplatePart } from "../../src/index.ts";

/** A tree in one line, for tables: `(+ 1 (* b 2))`, `"text ${name}"`, `{a: 1}`. */
export function outline(node: Expression): string {
  switch (node.kind) {
    case "number":
      return node.digits;
    case "boolean":
      return String(node.value);
    case "null":
      return "null";
    case "variable":
      return node.name;
    case "splat-item":
      return "@";
    case "invalid":
      return "<invalid>";
    case "attribute-access":
      return `${outline(node.source)}.${node.name.name}`;
    case "index":
      return `${outline(node.source)}[${outline(node.key)}]`;
    case "splat":
      return `(each ${outline(node.source)} ${outline(node.each)})`;
    case "call":
      return `${node.name.name}(${node.arguments.map(outline).join(" ")}${node.expanded ? "..." : ""})`;
    case "unary":
      return `(${node.operator} ${outline(node.operand)})`;
    case "binary":
      return `(${node.operator} ${outline(node.left)} ${outline(node.right)})`;
    case "conditional":
      return `(? ${outline(node.condition)} ${outline(node.then)} ${outline(node.otherwise)})`;
    case "parentheses":
      return `<${outline(node.expression)}>`;
    case "tuple":
      return `[${node.items.map(outline).join(" ")}]`;
    case "object":
      return `{${node.items.map(({ key, value }) => `${key.kind === "name" ? key.name : outline(key.expression)}: ${outline(value)}`).join(" ")}}`;
    case "for": {
      const names = [node.keyVariable, node.valueVariable].flatMap((each) => each?.name ?? []).join(" ");
      const key = node.key === undefined ? "" : `${outline(node.key)} => `;
      const condition = node.condition === undefined ? "" : ` if ${outline(node.condition)}`;
      const dots = node.grouped ? "..." : "";
      return `(for-${node.result} ${names} in ${outline(node.collection)}: ${key}${outline(node.value)}${dots}${condition})`;
    }
    default:
      return `"${node.parts.map(outlinePart).join("")}"`;
  }
}

function outlinePart(part: TemplatePart): string {
  switch (part.kind) {
    case "literal":
      return part.value;
    case "interpolation":
      return `\${${outline(part.expression)}}`;
    case "if": {
      const otherwise = part.otherwise === undefined ? "" : `|${part.otherwise.map(outlinePart).join("")}`;
      return `%{if ${outline(part.condition)}|${part.then.map(outlinePart).join("")}${otherwise}}`;
    }
    default: {
      const names = [part.keyVariable, part.valueVariable].flatMap((each) => each?.name ?? []).join(" ");
      return `%{for ${names} in ${outline(part.collection)}|${part.parts.map(outlinePart).join("")}}`;
    }
  }
}

/** A body in one line: `a = 1; room "mri" { b = 2 }`. */
export function outlineBody(body: Body): string {
  return body.items
    .map((item) => {
      if (item.kind === "attribute") return `${item.name.name} = ${outline(item.expression)}`;
      const labels = item.labels.map(({ value }) => ` "${value}"`).join("");
      const inner = outlineBody(item.body);
      return `${item.type.name}${labels} ${inner === "" ? "{}" : `{ ${inner} }`}`;
    })
    .join("; ");
}
