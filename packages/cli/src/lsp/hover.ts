import {
  type Block,
  definitionsIn,
  describeValue,
  isSame,
  type Named,
  referredValue,
  sensitiveText,
  type Subject,
  subjectAt,
  type Traversal,
  textOf,
  useOf,
  valuesIn,
} from "@wf/parser";
import type { Hover, Position } from "vscode-languageserver-protocol";
import { printable } from "../render/printable.ts";
import { attributeText, blockText, code, functionText } from "./hover-text.ts";
import { toRange } from "./place.ts";
import { isValues } from "./check-directory.ts";
import type { DocumentPlace, Workspace } from "./workspace.ts";

/** What there is to say of what stands at a position. */
export function hover(workspace: Workspace, uri: string, position: Position): Hover | null {
  const place = workspace.placeAt(uri, position);
  const subject = place && (isValues(uri) ? valueAt(place) : subjectAt(place.file, place.offset));
  const value = subject && textOfSubject(workspace, uri, subject);
  if (subject === undefined || value === undefined) return null;
  return { contents: { kind: "markdown", value }, range: toRange(subject.span) };
}

/** A file of values holds nothing but names of variables. */
function valueAt({ file, offset }: DocumentPlace): Subject | undefined {
  const named = valuesIn(file).find(({ span }) => span.start <= offset && offset <= span.end);
  return named && { kind: "definition", named, span: named.span };
}

function textOfSubject(workspace: Workspace, uri: string, subject: Subject): string | undefined {
  switch (subject.kind) {
    case "block":
      return blockText(subject.schema);
    case "attribute":
      return attributeText(subject.schema, subject.route);
    case "function":
      return functionText(subject.name);
    case "reference":
      return referenceText(workspace, uri, subject.traversal, subject.secret);
    default: {
      const { root, name, span } = subject.named;
      const step = { kind: "attribute", name, span } as const;
      return referenceText(workspace, uri, { root, steps: [step], span }, false);
    }
  }
}

/** What a reference leads to: its definition's own words, and its value where that is known and may be shown. */
function referenceText(
  workspace: Workspace,
  uri: string,
  traversal: Traversal,
  secret: boolean,
): string | undefined {
  const named = useOf(traversal);
  const said = named === undefined ? [] : definitionText(workspace, uri, named);
  const value = valueText(workspace, uri, traversal, secret);
  return said.length + value.length === 0 ? undefined : code(...said, ...value);
}

function valueText(
  workspace: Workspace,
  uri: string,
  traversal: Traversal,
  secret: boolean,
): readonly string[] {
  const scope = workspace.lastRead(uri)?.scope;
  const value = scope && referredValue(traversal, scope);
  if (value === undefined || value.kind === "unknown") return [];
  const { root, steps } = traversal;
  const path = [
    root,
    ...steps.map((step) => (step.kind === "attribute" ? step.name : JSON.stringify(step.key))),
  ];
  return [printable(`${path.join(".")} = ${secret ? sensitiveText : describeValue(value)}`)];
}

/** The head of a definition and what its author says of it. */
function definitionText(workspace: Workspace, uri: string, named: Named): readonly string[] {
  for (const { file } of workspace.filesAround(uri).configuration) {
    const found = definitionsIn(file).find((each) => isSame(each, named));
    if (found === undefined) continue;
    const block = file.body.items.find((item) => item.kind === "block" && item.span === found.whole);
    return block?.kind === "block" ? headOf(block) : [];
  }
  return [];
}

function headOf(block: Block): readonly string[] {
  const attribute = (name: string): string | undefined => {
    const found = block.body.items.find((item) => item.kind === "attribute" && item.name.name === name);
    return found?.kind === "attribute" ? textOf(found.expression.span).replaceAll(/\s+/g, " ") : undefined;
  };
  const description = attribute("description")?.replaceAll(/^"|"$/g, "");
  const type = attribute("type");
  return [
    ...(description === undefined ? [] : [`# ${printable(description)}`]),
    printable(`${textOf(block.header)}${type === undefined ? "" : ` # ${type}`}`),
  ];
}
