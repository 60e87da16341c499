import type { Source, VariableInput } from "../../src/index.ts";

/** A configuration that has one mistake, whose place stands between « and ». */
export interface Mistake {
  /** Of main.wf.hcl, or of several files by name. */
  readonly files: string | Readonly<Record<string, string>>;
  /** A file of values, wf.wfvars.hcl. */
  readonly values?: string;
  readonly flags?: Readonly<Record<string, string>>;
}

/** A mistake without its marks. */
export interface MarkedMistake {
  readonly sources: readonly Source[];
  readonly variables: readonly VariableInput[];
  /** The marked texts, with the file that each stands in; empty where no text is at fault. */
  readonly places: readonly (readonly [file: string, text: string])[];
}

/** Takes the marks out of a mistake. */
export function unmarked({ files, values, flags = {} }: Mistake): MarkedMistake {
  const given = typeof files === "string" ? { "main.wf.hcl": files } : files;
  const all = values === undefined ? given : { ...given, "wf.wfvars.hcl": values };
  const places = Object.entries(all).flatMap(([name, text]) =>
    [...text.matchAll(/«([^»]*)»/g)].map(([, marked = ""]) => [name, marked] as const),
  );
  const sources = Object.entries(all).map(([name, text]) => ({ name, text: text.replace(/[«»]/g, "") }));
  return {
    places,
    sources: sources.filter(({ name }) => name.endsWith(".wf.hcl")),
    variables: [
      ...sources
        .filter(({ name }) => !name.endsWith(".wf.hcl"))
        .map((source) => ({ kind: "file", source }) as const),
      ...Object.entries(flags).map(([name, text]) => ({ kind: "flag", name, text }) as const),
    ],
  };
}
