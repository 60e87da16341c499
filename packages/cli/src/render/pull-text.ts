import path from "node:path";
import type { PulledConfiguration, PulledRegion, PullNote } from "@wf/engine";
import { quote } from "@wf/parser";
import { type Context, shownPath } from "../context.ts";
import { counted } from "./counted.ts";
import { printable } from "./printable.ts";
import { wrapAfter, wrapWords } from "./wrap-words.ts";

/** The owner to be, and who says so: the command line, the tags of what was pulled, or the directory's name. */
export interface PulledStack {
  readonly name: string;
  readonly from: "option" | "tags" | "directory";
}

/** What was pulled, as far as the one who pulled it should know before using it. */
export interface PullReport {
  readonly found: readonly PulledRegion[];
  readonly empty: readonly string[];
  readonly unread: readonly string[];
  readonly pulled: PulledConfiguration;
  readonly stack: PulledStack;
  /** The file that holds it, absolute; on standard output where there is none. */
  readonly file: string | undefined;
}

/** Told beside the configuration: what was found, what to look at, what to do next. */
export function renderPull(context: Context, report: PullReport): string {
  const { err, io, local, width } = context;
  const directory = report.file === undefined ? context.directory : path.dirname(report.file);
  const within = directory === io.workingDirectory ? "" : ` -C ${printable(shownPath(context, directory))}`;
  const { notes, secretVariables } = report.pulled;
  const warnings = [
    ...(report.stack.from !== "tags"
      ? []
      : [
          `Stack ${quote(report.stack.name)} owns this already: let no other configuration plan it, or the two undo each other's work.`,
        ]),
    ...[...Map.groupBy(notes, ({ region, message }) => JSON.stringify([region, message])).values()].flatMap(
      warningOf,
    ),
  ];
  const outcome =
    warnings.length === 0
      ? "shows that nothing changes but the tags that name its owner."
      : "shows what would change.";
  const lines = [
    ...(report.file === undefined
      ? []
      : [`${err.good("Wrote")} ${printable(shownPath(context, report.file))}.`]),
    ...report.found.map(({ region, workforce, workteams }) =>
      printable(
        `${region}: workforce ${quote(workforce.name)} with ${counted(workteams.length, "work team")}.`,
      ),
    ),
    ...report.empty.map((region) => `${region}: there is no workforce.`),
    ...(report.unread.length === 0
      ? []
      : wrapWords(`Not open to these credentials: ${report.unread.join(", ")}.`, width)),
    ...warnings.flatMap((warning) => wrapAfter(`${err.warning("Warning:")} `, printable(warning), width)),
    ...(report.stack.from !== "directory"
      ? []
      : [`Its owner is to be stack ${quote(report.stack.name)}, after the directory; --stack says another.`]),
    "",
    ...secretVariables.map(
      (name) => `Give the client secret, which AWS never shows, as WF_VAR_${name} in the environment.`,
    ),
    `Then wf plan${within}${local ? " --local" : ""} ${outcome}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** What is the same of several, once. */
function warningOf(notes: readonly PullNote[]): readonly string[] {
  const [first] = notes;
  if (first === undefined) return [];
  return [`${first.region}, ${notes.map(({ subject }) => subject).join(", ")}: ${first.message}`];
}
