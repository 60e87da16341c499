import type { PlanView, TargetView } from "@wf/engine";
import { clip } from "./clip.ts";
import { counted } from "./counted.ts";
import type { Piece } from "./fit.ts";
import { assemble, diagnosticLine, headline, list, mostListed, must, section } from "./markdown-pieces.ts";
import { code, fenced, folded, inCell, prose, type TitlePart } from "./markdown-text.ts";
import { planMarker, type Shown } from "./plan-marker.ts";
import { printable } from "./printable.ts";
import { type ResourceLine, resourceLines } from "./resource-lines.ts";
import { shellLine } from "./shell-line.ts";
import { sentence } from "./sentence.ts";
import { changedResources, shownTargets } from "./shown-targets.ts";

/** The most lines that one region's changes may take. */
const mostLines = 400;

/** How a plan is applied. */
export interface ApplyHint {
  /** The command, as words. */
  readonly command: readonly string[];
  /** Whether it applies exactly this plan, or makes one like it. */
  readonly exact: boolean;
  /** Variables that must be given again. */
  readonly variables: readonly string[];
}

export interface MarkdownOptions {
  /** The configuration's directory, as everyone who has the repository knows it. */
  readonly place: string;
  readonly hint?: ApplyHint | undefined;
  readonly shown?: Shown;
}

/** A plan for a pull request: what matters in the open, the rest folded, never longer than GitHub takes. */
export function renderPlanMarkdown(view: PlanView, options: MarkdownOptions): string {
  const { hint, place, shown: what = "plan" } = options;
  const { shown, quiet } = shownTargets(view);
  return assemble([
    must(
      `${planMarker(place, view.stack, what)}\n\n${headline(what, view.stack, place)}\n\n**${view.summary}**`,
    ),
    ...regionTable(shown, quiet, what),
    ...refusals(shown),
    ...list(
      "Why a workforce is replaced",
      grouped(shown.flatMap(whyReplaced), shown.length === 1),
      "reasons",
    ),
    ...impact(shown),
    ...warnings(view),
    ...shown.flatMap(details),
    ...(hint === undefined || shown.every((target) => target.steps.length === 0) ? [] : [applyHint(hint)]),
  ]);
}

const gravity: Readonly<Record<TargetView["action"], number>> = {
  refused: 7,
  delete: 6,
  replace: 5,
  busy: 4,
  update: 3,
  create: 2,
  adopt: 1,
  none: 0,
};

function regionTable(shown: readonly TargetView[], quiet: number, what: Shown = "plan"): readonly Piece[] {
  if (shown.length === 0) return [];
  const accounts = shown.some((target) => target.account !== undefined);
  // Drift is told without what it takes to put it right.
  const steps = what === "plan";
  const rows = shown.map((target): Piece => {
    const cells = [
      code(clip(target.region, 80)),
      ...(accounts ? [target.account === undefined ? "" : code(clip(`account.${target.account}`, 80))] : []),
      nameOf(target),
      target.action === "busy" ? "busy" : target.verdict,
      ...(steps ? [String(target.steps.length)] : []),
      code(target.digest.slice(0, 12)),
    ];
    const text = `\n| ${cells.map(inCell).join(" | ")} |`;
    return { text, rank: 2, weight: gravity[target.action], what: "rows of regions" };
  });
  return [
    must(
      `\n\n| Region | ${accounts ? "Account | " : ""}Workforce | What happens | ${steps ? "Steps | " : ""}Digest of live state |\n| --- | ${accounts ? "--- | " : ""}--- | --- | ${steps ? "---: | " : ""}--- |`,
    ),
    ...rows,
    ...(quiet === 0 ? [] : [must(`\n\n${counted(quiet, "more region")} without changes.`)]),
  ];
}

/** The address, or of what the configuration no longer names, what it is called. */
function nameOf({ address, resources }: TargetView): string {
  const name = address ?? resources.find(({ type }) => type === "workforce")?.name;
  return name === undefined ? "" : code(clip(name, 120));
}

/** What the diff says of it, in the open: nothing costs the workers more. */
function whyReplaced({ region, resources }: TargetView): readonly Said[] {
  const [workforce] = resources.filter(({ action, type }) => type === "workforce" && action === "replace");
  if (workforce === undefined) return [];
  const forcing = workforce.attributes.flatMap(({ comment, effect, name }) =>
    effect === "replace" && comment !== undefined ? [`"${name}" ${comment}.`] : [],
  );
  return [...forcing, ...workforce.reasons.map(sentence)].map((message) => ({ region, message }));
}

function refusals(shown: readonly TargetView[]): readonly Piece[] {
  const all = shown.flatMap((target) =>
    target.refusals.map((refusal) => ({ ...refusal, region: target.region })),
  );
  const more = all.length - mostListed;
  return [
    ...all
      .slice(0, mostListed)
      .flatMap(({ blocks, help, message, region }) => [
        section(
          `> [!CAUTION]\n> ${code(clip(region, 80))} is refused. ${prose(clip(message))} ${prose(clip(help))}`,
          1,
          gravity.refused,
          "refusals",
        ),
        ...(blocks === undefined
          ? []
          : [
              section(
                fenced("hcl", firstLines(blocks.split("\n").map((line) => clip(printable(line))))),
                3,
                gravity.refused,
                "blocks to paste",
              ),
            ]),
      ]),
    ...(more > 0 ? [section(`> [!CAUTION]\n> ${more} more refusals.`, 1, gravity.refused, "refusals")] : []),
  ];
}

interface Said {
  readonly region: string;
  readonly message: string;
  readonly command?: string | undefined;
}

/** The same sentence for several regions is said once. */
function grouped(said: readonly Said[], only: boolean): readonly string[] {
  const alike = Map.groupBy(said, ({ command = "", message }) => `${message} ${command}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const regions = group.slice(0, 6).map(({ region }) => code(clip(region, 80)));
    const more = group.length - regions.length;
    const where = more > 0 ? `${regions.join(", ")} and ${more} more` : regions.join(", ");
    const ending = first.command === undefined ? "" : ` ${code(clip(first.command))}`;
    return [`- ${only ? "" : `${where}: `}${prose(clip(first.message))}${ending}`];
  });
}

function impact(shown: readonly TargetView[]): readonly Piece[] {
  const said = shown.flatMap(({ region, impact: each }) => each.map(({ message }) => ({ region, message })));
  return list("What the workers notice", grouped(said, shown.length === 1), "sentences on the impact");
}

function warnings({ diagnostics, sweep, targets }: PlanView): readonly Piece[] {
  const notes = targets.flatMap((target) => target.notes.map((note) => ({ ...note, region: target.region })));
  const of = (severity: "warning" | "info"): readonly string[] =>
    grouped(
      notes.filter((note) => note.severity === severity),
      targets.length === 1,
    );
  const found = diagnostics.map((each) => `- ${diagnosticLine(each)}`);
  return [
    ...list("Warnings", [...of("warning"), ...found], "warnings"),
    ...list(
      "Notes",
      [...of("info"), ...(sweep?.messages ?? []).map((each) => `- ${prose(clip(each))}`)],
      "notes",
      2,
    ),
  ];
}

function details(target: TargetView): readonly Piece[] {
  const weight = gravity[target.action];
  const place: TitlePart[] = [{ name: clip(target.region, 80) }];
  const lines = changedResources(target).flatMap((resource, index) => [
    ...(index === 0 ? [] : [""]),
    ...resourceLines(resource, (depth) => widest - diffIndent(depth)).flatMap(diffLines),
  ]);
  const steps = target.steps.map(
    ({ operation, subject }, index) => `${index + 1}. ${code(operation)} ${code(clip(subject))}`,
  );
  return [
    ...(lines.length === 0
      ? []
      : [
          section(
            folded(
              [target.action === "refused" ? "What would change in " : "What changes in ", ...place],
              fenced("diff", firstLines(lines)),
            ),
            3,
            weight,
            "regions' changes",
          ),
        ]),
    ...(steps.length === 0
      ? []
      : [
          section(
            folded([`${counted(steps.length, "step")} in `, ...place], steps.join("\n")),
            4,
            weight,
            "regions' steps",
          ),
        ]),
  ];
}

/** What GitHub shows of a line without a bar to scroll. */
const widest = 90;

function diffIndent(depth: number): number {
  return 4 + 2 * depth;
}

/** GitHub colours a line by its first character; `!` is its sign for a change. A long line has its comment above it. */
function diffLines({ comment, depth, mark, parts }: ResourceLine): readonly string[] {
  const sign = mark === "~" ? "!" : mark;
  const indent = " ".repeat(diffIndent(depth));
  const line = `${sign.padEnd(indent.length)}${parts.map((part) => part.text).join("")}`.trimEnd();
  if (comment === undefined) return [line];
  const beside = `${line} # ${comment}`;
  return beside.length <= widest ? [beside] : [`${indent}# ${comment}`, line];
}

function firstLines(lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, mostLines);
  return shown.length === lines.length ? lines : [...shown, `# ${lines.length - shown.length} more lines`];
}

function applyHint({ command, exact, variables }: ApplyHint): Piece {
  const what = exact ? "To apply exactly this plan" : "To plan again, be asked, and apply";
  const again = variables.length === 0 ? "" : `, with ${variables.map(code).join(", ")} given as before`;
  const line = clip(shellLine(command), 2000);
  return section(`${what}${again}:\n\n${fenced("sh", [line])}`, 1, 0, "commands");
}
