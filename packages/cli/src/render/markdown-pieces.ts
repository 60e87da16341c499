import type { DiagnosticView } from "@wf/engine";
import { clip } from "./clip.ts";
import { fit, type Piece } from "./fit.ts";
import { code, prose } from "./markdown-text.ts";
import type { Shown } from "./plan-marker.ts";

/** GitHub takes 65,536 characters; what is kept free is for the words that say what was cut, and for the commit's line. */
const mostCharacters = 64_500;
/** The most items of one list. */
export const mostListed = 20;

/** The title: what is shown of which stack, and of which directory where it is not the repository's own. */
export function headline(shown: Shown, stack: string | undefined, place: string): string {
  const name = stack === undefined ? "" : `: ${code(clip(stack, 120))}`;
  return `### wf ${shown}${name}${place === "." ? "" : ` in ${code(clip(place, 160))}`}`;
}

/** What is never cut. */
export function must(text: string): Piece {
  return { text, rank: 0, weight: 0, what: "parts" };
}

/** A part of its own, with an empty line before it. */
export function section(text: string, rank: number, weight: number, what: string): Piece {
  return { text: `\n\n${text}`, rank, weight, what };
}

/** A list under its title, cut after some items; nothing where there are none. */
export function list(title: string, lines: readonly string[], what: string, rank = 1): readonly Piece[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, mostListed);
  const more = lines.length - shown.length;
  return [
    section(
      [`**${title}**`, "", ...shown, ...(more > 0 ? [`- ${more} more ${what}`] : [])].join("\n"),
      rank,
      0,
      what,
    ),
  ];
}

/** What is wrong or doubtful in the configuration, on one line. */
export function diagnosticLine({
  code: name,
  column = 1,
  detail,
  file,
  line = 1,
  summary,
}: DiagnosticView): string {
  const where = file === undefined ? "" : `${code(clip(`${file}:${line}:${column}`, 160))}: `;
  return `${where}${prose(clip(summary))} (${code(name)}). ${prose(clip(detail))}`;
}

/** The document, without its least important pieces where GitHub would not take it whole; says what is missing. */
export function assemble(pieces: readonly Piece[]): string {
  const { kept, cut } = fit(pieces, mostCharacters);
  const said = [...cut].map(([what, count]) => `${count} ${what}`).join(", ");
  const note =
    cut.size === 0
      ? []
      : [`_Cut to stay within GitHub's 65,536 characters: ${said}. The text and JSON formats show them._`];
  return `${[...kept.map((piece) => piece.text), ...note.map((text) => `\n\n${text}`)].join("")}\n`;
}
