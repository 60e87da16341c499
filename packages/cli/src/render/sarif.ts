import { catalog, type Code, codes, type Diagnostic, type Span, utf16PositionAt } from "@wf/parser";
import { homepage, version } from "../version.ts";
import { codeAddress, codePage } from "./code-page.ts";
import { renderJson } from "./json-text.ts";

/** Diagnostics as SARIF 2.1.0, which code hosts show beside the lines that they are about. */
export function renderSarif(diagnostics: readonly Diagnostic[]): string {
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "wf",
            version,
            semanticVersion: version,
            ...(homepage === undefined ? {} : { informationUri: homepage }),
            rules: codes.map(rule),
          },
        },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map(result),
      },
    ],
  };
  return `${renderJson(log, 2)}\n`;
}

function rule(code: Code): object {
  const address = codeAddress(code);
  const words = code.split("-");
  return {
    id: code,
    name: words.map(capitalized).join(""),
    shortDescription: { text: `${capitalized(words.join(" "))}.` },
    help: { text: `What it means and an example: ${codePage(code)} in the documentation of wf.` },
    ...(address === undefined ? {} : { helpUri: address }),
    defaultConfiguration: { level: catalog[code].severity },
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function result({ code, severity, summary, detail, span, related = [] }: Diagnostic): object {
  const filed = related.filter((place) => place.span.source.inline !== true);
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: message(`${summary}. ${detail}`),
    ...(span === undefined || span.source.inline === true
      ? {}
      : { locations: [{ physicalLocation: location(span) }] }),
    ...(filed.length === 0
      ? {}
      : {
          relatedLocations: filed.map((place, id) => ({
            id,
            physicalLocation: location(place.span),
            message: message(place.message),
          })),
        }),
  };
}

/** In a message braces mean placeholders, unless they are doubled. */
function message(text: string): object {
  return { text: text.replace(/[{}]/g, "$&$&") };
}

function location({ source, start, end }: Span): object {
  const from = utf16PositionAt(source, start);
  const to = utf16PositionAt(source, end);
  return {
    artifactLocation: artifact(source.name),
    region: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
  };
}

/** A relative path is one below the directory that the tool ran in. */
function artifact(name: string): object {
  const uri = name.split(/[\\/]/).map(encodeURIComponent).join("/");
  return name.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: "%SRCROOT%" };
}
