import type { Lane, ProgressState } from "../progress/progress-state.ts";
import { lanesThatAre, totalsOf } from "../progress/progress-totals.ts";
import { counted } from "./counted.ts";
import { duration } from "./duration.ts";
import { laneVerdict } from "./lane-text.ts";
import { listOf } from "./place-list.ts";
import type { Theme } from "./theme.ts";
import { wrapAfter, wrapWords } from "./wrap-words.ts";

/** What a run is, and what continues it where it does not come to its end. */
export interface RunTold {
  readonly kind: "apply" | "destroy" | "rollback";
  readonly command: (state: ProgressState) => string;
}

/** A run of `wf apply`. */
export const toldAsApply: RunTold = { kind: "apply", command: () => "wf apply" };

export interface SummaryOptions {
  readonly run: RunTold;
  /** Names of the regions that were not to be applied. */
  readonly leftOut?: readonly string[] | undefined;
  /** Prose is wrapped to it; addresses never are. */
  readonly width?: number | undefined;
}

/** The end of a run: what was done, what was not, addresses to hand on, and the command that continues. */
export function applySummary(
  state: ProgressState,
  theme: Theme,
  { run, leftOut = [], width = Infinity }: SummaryOptions,
): string {
  const command = theme.strong(run.command(state));
  return [
    wrapWords(headline(state, run.kind, theme), width).join("\n"),
    ...portals(lanesThatAre(state, "done"), theme, width),
    ...notDone(lanesThatAre(state, "failed", "stopped", "running", "waiting"), theme, { command, width }),
    ...(leftOut.length === 0
      ? []
      : [
          wrapWords(
            `Left out by choice: ${listOf(leftOut)}. The next ${command} plans them again.`,
            width,
          ).join("\n"),
        ]),
  ].join("\n\n");
}

const headlines = {
  apply: { complete: "Apply complete:", incomplete: "Apply incomplete:" },
  destroy: { complete: "Destroy complete:", incomplete: "Destroy incomplete:" },
  rollback: {
    complete: "Rollback complete: what was deleted is back,",
    incomplete: "Rollback incomplete:",
  },
} as const satisfies Readonly<Record<RunTold["kind"], object>>;

function headline(state: ProgressState, kind: RunTold["kind"], theme: Theme): string {
  const { complete, incomplete } = headlines[kind];
  const totals = totalsOf(state);
  const took = duration(state.elapsed ?? state.now - state.startedAt);
  if (totals.done === totals.targets) {
    const what = `${counted(totals.targets, "region")}, ${counted(totals.steps, "step")}`;
    return `${theme.good(theme.strong(complete))} ${what} in ${took}.`;
  }
  const others = totals.targets - totals.done - totals.failed;
  const said = [
    `${totals.done} of ${counted(totals.targets, "region")} done`,
    ...(totals.failed === 0 ? [] : [`${totals.failed} failed`]),
    ...(others === 0 ? [] : [`${others} stopped`]),
    `${totals.stepsDone} of ${counted(totals.steps, "step")} carried out in ${took}`,
  ];
  const done = lanesThatAre(state, "done").map(({ place }) => place);
  const listed = done.length === 0 ? "" : `\nDone: ${listOf(done)}.`;
  return `${theme.error(theme.strong(incomplete))} ${said.join(", ")}.${listed}`;
}

/** One address a line and nothing else on it but its name, to be copied. */
function portals(lanes: readonly Lane[], theme: Theme, width: number): readonly string[] {
  const made = lanes.filter((lane) => lane.portal !== undefined);
  if (made.length === 0) return [];
  const lines = made.flatMap(({ address, place, portal }) => [
    `  ${theme.strong(address === undefined ? place : `${place}  ${address}`)}`,
    `    sign-in       https://${portal}`,
    `    redirect URI  https://${portal}/oauth2/idpresponse`,
    `    sign-out      https://${portal}/logout`,
  ]);
  const intro =
    "New portal addresses. The identity provider must allow the redirect URI before workers can sign in:";
  return [[...wrapWords(intro, width), ...lines].join("\n")];
}

function notDone(
  lanes: readonly Lane[],
  theme: Theme,
  { command, width }: { readonly command: string; readonly width: number },
): readonly string[] {
  if (lanes.length === 0) return [];
  const lines = lanes.flatMap((lane) => {
    const paint = lane.status === "failed" ? theme.error : theme.warning;
    const name = lane.address === undefined ? lane.place : `${lane.place}, ${lane.address}`;
    return wrapAfter("  ", `${name}: ${paint(laneVerdict(lane))}`, width);
  });
  return [
    ["Not done:", ...lines].join("\n"),
    wrapWords(`To continue, run ${command} again: it reads the regions and does what is left.`, width).join(
      "\n",
    ),
  ];
}
