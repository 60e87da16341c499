import { type AttributeSchema, type BlockSchema, fileSchema, typeText } from "@wf/parser";
import { generated, table } from "./markdown.ts";

/** Every block and attribute of the language, from the schema that configurations are held against. */
export function languagePage(): string {
  const blocks = Object.values(fileSchema.blocks);
  return [
    generated,
    "",
    "# Blocks and attributes",
    "",
    "A configuration is every `*.wf.hcl` file of a directory. These blocks may stand in it:",
    "",
    table(
      ["block", "what it is"],
      blocks.map(({ schema }) => [`[\`${headline(schema)}\`](#${anchor([schema.type])})`, schema.doc]),
    ),
    "",
    ...blocks.flatMap(({ schema }) => blockSection(schema, [])),
  ].join("\n");
}

function blockSection(schema: BlockSchema, parents: readonly string[]): readonly string[] {
  const route = [...parents, schema.type];
  const nested = Object.values(schema.blocks);
  const attributes = Object.entries(schema.attributes);
  return [
    `${"#".repeat(Math.min(6, route.length + 1))} ${route.join(".")}`,
    "",
    schema.doc,
    "",
    `Written \`${headline(schema)} { … }\`.${labelText(schema)}`,
    "",
    ...(attributes.length === 0
      ? []
      : [table(["attribute", "type", "meaning"], attributes.map(attributeRow)), ""]),
    ...(nested.length === 0
      ? []
      : [
          table(
            ["block", "how often", "meaning"],
            nested.map(({ schema: inner, required, many }) => [
              `[\`${headline(inner)}\`](#${anchor([...route, inner.type])})`,
              many === true ? "any number" : required === true ? "once" : "once at most",
              inner.doc,
            ]),
          ),
          "",
        ]),
    ...nested.flatMap(({ schema: inner }) => blockSection(inner, route)),
  ];
}

function headline({ type, labels }: BlockSchema): string {
  return [type, ...labels.map((label) => `"${label.toUpperCase()}"`)].join(" ");
}

function labelText({ labelText: constraint }: BlockSchema): string {
  return constraint === undefined ? "" : ` The label is ${constraint.allowed}.`;
}

function anchor(route: readonly string[]): string {
  return route.join("").toLowerCase();
}

function attributeRow([name, schema]: readonly [string, AttributeSchema]): readonly string[] {
  return [`\`${name}\`${schema.required === true ? " (required)" : ""}`, typeOf(schema), meaning(schema)];
}

function typeOf({ form, type }: AttributeSchema): string {
  switch (form) {
    case "value":
      return `\`${typeText(type)}\``;
    case "reference":
      return "a reference";
    case "names":
      return "a list of names";
    default:
      return "an expression";
  }
}

function meaning({ doc, text, keys, range, count }: AttributeSchema): string {
  const collection = count !== undefined || keys !== undefined;
  const constraints = [
    keys === undefined ? [] : `each key ${keys.allowed}`,
    text === undefined ? [] : `${collection ? "each value " : ""}${text.allowed}`,
    range === undefined ? [] : `a whole number from ${range.minimum} to ${range.maximum}`,
    count === undefined
      ? []
      : count.minimum === 0
        ? `at most ${count.maximum} of them`
        : `${count.minimum} to ${count.maximum} of them`,
  ].flat();
  return constraints.length === 0 ? doc : `${doc} Allowed: ${constraints.join("; ")}.`;
}
