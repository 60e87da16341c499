import path from "node:path";
import type { Diagnostic } from "@wf/parser";
import {
  DiagnosticSeverity,
  type Diagnostic as EditorDiagnostic,
  type Range,
} from "vscode-languageserver-protocol";
import { codeAddress } from "../render/code-page.ts";
import { toRange } from "./place.ts";

const severities = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning } as const;
const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** How the files of a directory are known to the editor. */
export interface Addresses {
  readonly directory: string;
  readonly addressOf: (file: string) => string;
  /** Where to say what is about no file's text: a file that lacks, or the value of an environment variable. */
  readonly elsewhere: string;
}

/** Diagnostics as an editor shows them, by the file that each is about. */
export function editorDiagnostics(
  diagnostics: readonly Diagnostic[],
  addresses: Addresses,
): ReadonlyMap<string, readonly EditorDiagnostic[]> {
  const found = new Map<string, EditorDiagnostic[]>();
  for (const each of diagnostics) {
    const place = each.span?.source.inline === true ? undefined : each.span;
    const uri = place === undefined ? addresses.elsewhere : addressIn(addresses, place.source.name);
    const list = found.get(uri) ?? [];
    list.push(editorDiagnostic(each, place === undefined ? top : toRange(place), addresses));
    found.set(uri, list);
  }
  return found;
}

function addressIn({ directory, addressOf }: Addresses, name: string): string {
  return addressOf(path.resolve(directory, name));
}

function editorDiagnostic(
  { code, severity, summary, detail, related = [], values = [] }: Diagnostic,
  range: Range,
  addresses: Addresses,
): EditorDiagnostic {
  const href = codeAddress(code);
  const stood = values.map(({ traversal, value }) => `\n${traversal} is ${value}`).join("");
  const filed = related.filter((place) => place.span.source.inline !== true);
  return {
    source: "wf",
    code,
    severity: severities[severity],
    range,
    message: `${summary}. ${detail}${stood}`,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    ...(filed.length === 0
      ? {}
      : {
          relatedInformation: filed.map((place) => ({
            location: { uri: addressIn(addresses, place.span.source.name), range: toRange(place.span) },
            message: place.message,
          })),
        }),
  };
}
