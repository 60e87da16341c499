import {
  type FunctionDefinition,
  functionSignature,
  type Parameter,
  parameterKind,
  parametersOf,
  standardFunctions,
} from "@wf/parser";
import { generated } from "./markdown.ts";

/** Every function: how it is called, what it gives, what its parameters take. */
export function functionsPage(): string {
  const sections = [...standardFunctions].flatMap(([name, definition]) => [
    `## ${name}`,
    "",
    `\`${functionSignature(name, definition)}\``,
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

function parameters(definition: FunctionDefinition): readonly string[] {
  const each = parametersOf(definition);
  return each.length === 0 ? [] : [...each.map(parameter), ""];
}

function parameter(each: Parameter): string {
  return `- \`${each.name}\`: ${parameterKind(each)}`;
}
