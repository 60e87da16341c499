import { type Diagnostic, positionAt } from "@wf/parser";
import { printable } from "./printable.ts";

/** Diagnostics as annotations of a GitHub workflow, each on its line of the file. */
export function renderDiagnosticsGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${annotation(diagnostic)}\n`).join("");
}

function annotation({ code, detail, severity, span, summary }: Diagnostic): string {
  const properties: readonly (readonly [string, string | number])[] = [
    ...(span === undefined ? [] : placeProperties(span)),
    ["title", `${printable(summary)} [${code}]`],
  ];
  const listed = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(",");
  return `::${severity} ${listed}::${message(printable(detail))}`;
}

function placeProperties({
  source,
  start,
  end,
}: NonNullable<Diagnostic["span"]>): readonly (readonly [string, string | number])[] {
  const [from, to] = [positionAt(source, start), positionAt(source, end)];
  const columns =
    from.line === to.line
      ? ([
          ["col", from.column],
          ["endColumn", to.column],
        ] as const)
      : [];
  return [["file", printable(source.name)], ["line", from.line], ["endLine", to.line], ...columns];
}

/** What would end a command is written as GitHub reads it back. */
function message(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
