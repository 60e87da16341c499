import {
  allowedValues,
  attributeKind,
  type AttributeSchema,
  blockHeadline,
  type BlockSchema,
  fileSchema,
} from "@wf/parser";
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
      blocks.map(({ schema }) => [`[\`${blockHeadline(schema)}\`](#${anchor([schema.type])})`, schema.doc]),
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
    `Written \`${blockHeadline(schema)} { … }\`.${labelText(schema)}`,
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
              `[\`${blockHeadline(inner)}\`](#${anchor([...route, inner.type])})`,
              many === true ? "any number" : required === true ? "once" : "once at most",
              inner.doc,
            ]),
          ),
          "",
        ]),
    ...nested.flatMap(({ schema: inner }) => blockSection(inner, route)),
  ];
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

function typeOf(schema: AttributeSchema): string {
  const kind = attributeKind(schema);
  return schema.form === "value" ? `\`${kind}\`` : kind;
}

function meaning(schema: AttributeSchema): string {
  const allowed = allowedValues(schema);
  return allowed.length === 0 ? schema.doc : `${schema.doc} Allowed: ${allowed.join("; ")}.`;
}
