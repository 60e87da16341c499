import { describeDiagnostic } from "@wf/engine";
import { type Diagnostic, renderCodeFrame } from "@wf/parser";
import type { FailedDirectory } from "../plan-or-failure.ts";
import { clip } from "./clip.ts";
import { counted } from "./counted.ts";
import { type FailureGroup, failureGroups, failureSentences } from "./failure-groups.ts";
import { remoteHelp } from "./failures-text.ts";
import type { Piece } from "./fit.ts";
import { hideWrittenSecrets } from "./hide-written-secrets.ts";
import { assemble, diagnosticLine, headline, list, mostListed, must, section } from "./markdown-pieces.ts";
import { code, fenced, prose } from "./markdown-text.ts";
import { planMarker, type Shown } from "./plan-marker.ts";
import { printable } from "./printable.ts";

const outcomes: Readonly<Record<Shown, { readonly failed: string; readonly means: string }>> = {
  plan: {
    failed: "The plan failed",
    means: "What would happen is not known. A plan that was shown before is out of date.",
  },
  drift: {
    failed: "Drift could not be told",
    means: "Whether what is live is as configured is not known. What was shown before is out of date.",
  },
};

/** Why there is no plan, in the place of the plan that was shown before. */
export function renderFailureMarkdown(failed: FailedDirectory, place: string, shown: Shown = "plan"): string {
  const { diagnostics, error, stack, unread } = failed;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").map(describeDiagnostic);
  return assemble([
    must(
      `${planMarker(place, stack, shown)}\n\n${headline(shown, stack, place)}\n\n**${outcomes[shown].failed}${why(failed)}.**`,
    ),
    section(outcomes[shown].means, 1, 1, "sentences"),
    ...(error === undefined ? [] : [caution(`${prose(clip(error.message))} ${prose(clip(error.help))}`)]),
    ...failureGroups(unread).map(unreadRegions),
    ...errors.slice(0, mostListed).flatMap(mistake),
    ...(errors.length > mostListed ? [caution(`${errors.length - mostListed} more errors.`)] : []),
    ...list(
      "Warnings",
      warnings.map((each) => `- ${diagnosticLine(each)}`),
      "warnings",
      2,
    ),
  ]);
}

function why({ diagnostics, unread }: FailedDirectory): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return `: ${counted(errors, "error")} in the configuration`;
  return unread.length === 0 ? "" : `: ${counted(unread.length, "region")} cannot be read`;
}

function caution(text: string): Piece {
  return section(`> [!CAUTION]\n> ${text}`, 1, 0, "errors");
}

function unreadRegions(group: FailureGroup): Piece {
  const { places, reason } = group;
  const regions = places.slice(0, mostListed).map((place) => code(clip(place, 80)));
  const more = places.length > mostListed ? ` and ${places.length - mostListed} more` : "";
  const said = failureSentences(group).map((each) => prose(clip(each)));
  return caution(
    `${regions.join(", ")}${more} cannot be read (${code(reason)}). ${said.join(" ")} ${prose(remoteHelp[reason])}`,
  );
}

/** What is wrong, and the lines where it is. */
function mistake(diagnostic: Diagnostic): readonly Piece[] {
  const { span } = diagnostic;
  const said = caution(diagnosticLine(describeDiagnostic(diagnostic)));
  const frame = span === undefined ? "" : renderCodeFrame(hideWrittenSecrets(span));
  if (frame === "") return [said];
  return [said, section(fenced("", frame.split("\n").map(printable)), 3, 0, "excerpts")];
}
