import { callAt, functionSignature, parameterKind, parametersOf, standardFunctions } from "@wf/parser";
import type { ParameterInformation, Position, SignatureHelp } from "vscode-languageserver-protocol";
import { isValues } from "./check-directory.ts";
import type { Client } from "./client.ts";
import type { Workspace } from "./workspace.ts";

/** How the function is called whose arguments a position is among, and which of them stands there. */
export function signatureHelp(
  workspace: Workspace,
  uri: string,
  position: Position,
  { parameterPlaces }: Client,
): SignatureHelp | null {
  const at = workspace.placeAt(uri, position);
  const call = at === undefined || isValues(uri) ? undefined : callAt(at.source, at.offset);
  const definition = call && standardFunctions.get(call.name);
  if (call === undefined || definition === undefined) return null;
  const label = functionSignature(call.name, definition);
  let end = call.name.length;
  const parameters = parametersOf(definition).map((each): ParameterInformation => {
    const start = label.indexOf(each.name, end);
    end = start + each.name.length;
    return { label: parameterPlaces ? [start, end] : each.name, documentation: parameterKind(each) };
  });
  const last = definition.rest === undefined ? call.argument : parameters.length - 1;
  return {
    signatures: [{ label, documentation: definition.description, parameters }],
    activeSignature: 0,
    activeParameter: Math.min(call.argument, last),
  };
}
