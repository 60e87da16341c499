import {
  catalog,
  type Code,
  codes,
  type Diagnostic,
  diagnostic,
  format,
  hasErrors,
  readConfiguration,
  type Source,
} from "@wf/parser";
import { renderDiagnostics } from "../../packages/cli/src/render/diagnostics-text.ts";
import { theme } from "../../packages/cli/src/render/theme.ts";
import { mistakes } from "../../packages/parser/test/mistakes/index.ts";
import { type MarkedMistake, unmarked } from "../../packages/parser/test/mistakes/mistake.ts";
import { fenced, generated, table } from "./markdown.ts";

/** Those that no configuration produces by itself. */
const spoken: readonly Diagnostic[] = [
  diagnostic("no-configuration", undefined, { directory: "labeling" }),
  diagnostic("more-errors", undefined, { limit: 100 }),
  diagnostic("unreadable-file", undefined, { path: "main.wf.hcl", reason: "Permission is denied" }),
  diagnostic("inconsistent-splat", undefined, {}),
];

/** An index of the codes, and a page for each with what it says of an example. */
export async function diagnosticPages(): Promise<readonly (readonly [name: string, text: string])[]> {
  const pages: (readonly [string, string])[] = [];
  const rows: (readonly string[])[] = [];
  for (const code of codes) {
    const example = await exampleOf(code);
    pages.push([`diagnostics/${code}.md`, page(code, example)]);
    rows.push([`[${code}](diagnostics/${code}.md)`, catalog[code].severity, example.told[0]?.summary ?? ""]);
  }
  const index = [
    generated,
    "",
    "# Diagnostics",
    "",
    "Everything that `wf` can say about a configuration. An error stops the command; a warning does not.",
    "",
    table(["code", "severity", "for example"], rows),
    "",
  ];
  return [["diagnostics.md", index.join("\n")], ...pages];
}

interface Example {
  readonly mistake: MarkedMistake | undefined;
  readonly flags: readonly string[];
  readonly told: readonly Diagnostic[];
}

async function exampleOf(code: Code): Promise<Example> {
  const written = Object.entries(mistakes).find(([each]) => each === code)?.[1];
  if (written === undefined)
    return { mistake: undefined, flags: [], told: spoken.filter((each) => each.code === code) };
  const marked = unmarked(written);
  const mistake = { ...marked, sources: marked.sources.map(laidOut) };
  const { diagnostics } = await readConfiguration({
    sources: mistake.sources,
    variables: mistake.variables,
    missingVariables: "refuse",
    host: {
      readFile: () => ({ failure: "there is no such file" }),
      fileExists: () => false,
      listFiles: () => ({ paths: [] }),
      environment: () => undefined,
    },
    version: "0.1.0",
  });
  const flags = mistake.variables.flatMap((each) =>
    each.kind === "file" ? [] : [`--var '${each.name}=${each.text}'`],
  );
  return { mistake, flags, told: diagnostics };
}

/** In canonical layout, where the mistake lets it. */
function laidOut(source: Source): Source {
  const { value, diagnostics } = format(source);
  return hasErrors(diagnostics) ? source : { ...source, text: value };
}

function page(code: Code, { mistake, flags, told }: Example): string {
  const files = [
    ...(mistake?.sources ?? []),
    ...(mistake?.variables ?? []).flatMap((each) => (each.kind === "file" ? [each.source] : [])),
  ];
  const said = renderDiagnostics(told, theme(false));
  return [
    generated,
    "",
    `# ${code}`,
    "",
    catalog[code].severity === "error" ? "An error." : "A warning.",
    "",
    ...files.flatMap(({ name, text }) => [`\`${name}\`:`, "", fenced("hcl", text), ""]),
    ...(flags.length === 0 ? [] : [`With \`${flags.join(" ")}\`.`, ""]),
    files.length === 0 ? "It reads:" : "`wf` says:",
    "",
    fenced("text", said),
    "",
  ].join("\n");
}
