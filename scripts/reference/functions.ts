import { type FunctionDefinition, type Parameter, standardFunctions, typeText } from "@wf/parser";
import { generated } from "./markdown.ts";

/** Every function: how it is called, what it gives, what its parameters take. */
export function functionsPage(): string {
  const sections = [...standardFunctions].flatMap(([name, definition]) => [
    `## ${name}`,
    "",
    `\`${signature(name, definition)}\``,
    "",
    definition.description,
    "",
    ...parameters(definition),
  ]);
  return [
    generated,
    "",
    "# Functions",
    "",
    "Terraform's pure functions under their own names, and `env`. Arguments are converted to the types of their",
    "parameters; what a sensitive argument touches is sensitive.",
    "",
    ...sections,
  ].join("\n");
}

function signature(name: string, { parameters: all, rest, restAtMost }: FunctionDefinition): string {
  const more = rest === undefined ? [] : [restAtMost === 1 ? `[${rest.name}]` : `${rest.name}...`];
  return `${name}(${[...all.map((each) => each.name), ...more].join(", ")})`;
}

function parameters({ parameters: all, rest }: FunctionDefinition): readonly string[] {
  const each = rest === undefined ? all : [...all, rest];
  return each.length === 0 ? [] : [...each.map(parameter), ""];
}

function parameter({ name, type, nullable }: Parameter): string {
  return `- \`${name}\`: ${typeText(type)}${nullable === true ? ", or null" : ""}`;
}
