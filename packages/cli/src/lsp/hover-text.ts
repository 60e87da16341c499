import { changeEffect } from "@wf/engine";
import {
  allowedValues,
  attributeKind,
  type AttributeSchema,
  blockHeadline,
  type BlockSchema,
  functionSignature,
  parameterKind,
  parametersOf,
  standardFunctions,
} from "@wf/parser";

/** A block in Markdown: how it is written, what it is, what may stand in it. */
export function blockText(schema: BlockSchema): string {
  const attributes = Object.entries(schema.attributes);
  const named = (needed: boolean): string =>
    attributes
      .filter(([, each]) => (each.required === true) === needed)
      .map(([name]) => `\`${name}\``)
      .join(", ");
  const blocks = Object.keys(schema.blocks).map((type) => `\`${type}\``);
  return paragraphs(
    code(blockHeadline(schema)),
    schema.doc,
    listed("Required", named(true)),
    listed("Optional", named(false)),
    listed("Blocks", blocks.join(", ")),
  );
}

/** An attribute in Markdown: what it takes, what stands for it, and what AWS does about a change. */
export function attributeText(schema: AttributeSchema, route: readonly string[]): string {
  const kind = `${attributeKind(schema)}${schema.required === true ? ", required" : ""}`;
  return paragraphs(
    code(`${route.at(-1) ?? ""} # ${kind}`),
    schema.doc,
    listed("Allowed", allowedValues(schema).join("; ")),
    defaultText(schema),
    effectText(route) ?? "",
  );
}

function defaultText(schema: AttributeSchema): string {
  if (schema.default === undefined) return "";
  if (schema.default === "label") return "Default: the block's label.";
  return `Default: \`${JSON.stringify(schema.default.value)}\`.`;
}

const inRegion = new Set(["name", "ip_address_type", "tags"]);
const effects = {
  replace: "**A change forces delete-then-create.**",
  staged: "AWS takes a change only while there are no work teams: they are deleted first, and created again.",
  "in-place": "A change is made in place.",
  tags: "A change is made in place.",
} as const;

/** What a change of a workforce's attribute means, where AWS holds it. */
function effectText([first, ...path]: readonly string[]): string | undefined {
  const [outer, inner] = path;
  if (first !== "workforce" || outer === undefined || path.length > 2) return undefined;
  if (inner === undefined ? !inRegion.has(outer) : !outer.endsWith("_config")) return undefined;
  return inner === "discover" ? undefined : effects[changeEffect(path.join("."), false)];
}

/** A function in Markdown: how it is called and what it gives; undefined where there is none of this name. */
export function functionText(name: string): string | undefined {
  const definition = standardFunctions.get(name);
  if (definition === undefined) return undefined;
  const parameters = parametersOf(definition).map((each) => `- \`${each.name}\`: ${parameterKind(each)}`);
  return paragraphs(code(functionSignature(name, definition)), definition.description, parameters.join("\n"));
}

/** Lines of the language. */
export function code(...lines: readonly string[]): string {
  return ["```hcl", ...lines, "```"].join("\n");
}

function listed(title: string, text: string): string {
  return text === "" ? "" : `${title}: ${text}.`;
}

function paragraphs(...all: readonly string[]): string {
  return all.filter((each) => each !== "").join("\n\n");
}
