import type { Lane, ProgressState } from "../ui/progress-state.ts";
import { lanesThatAre, totalsOf } from "../ui/progress-totals.ts";
import { counted } from "./counted.ts";
import { duration } from "./duration.ts";
import { laneVerdict } from "./lane-text.ts";
import type { Theme } from "./theme.ts";

/** The end of a run: what was done, what was not, addresses to hand on, and the command that continues. */
export function applySummary(state: ProgressState, theme: Theme, command: string): string {
  return [
    headline(state, theme),
    ...portals(lanesThatAre(state, "done"), theme),
    ...notDone(lanesThatAre(state, "failed", "stopped", "running", "waiting"), theme, command),
  ].join("\n\n");
}

function headline(state: ProgressState, theme: Theme): string {
  const totals = totalsOf(state);
  const took = duration(state.elapsed ?? state.now - state.startedAt);
  if (totals.done === totals.targets) {
    const what = `${counted(totals.targets, "region")}, ${counted(totals.steps, "step")}`;
    return `${theme.good(theme.strong("Apply complete:"))} ${what} in ${took}.`;
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
  return `${theme.error(theme.strong("Apply incomplete:"))} ${said.join(", ")}.${listed}`;
}

const longestList = 12;

function listOf(places: readonly string[]): string {
  const rest = places.length - longestList;
  const shown = places.slice(0, longestList).join(", ");
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

/** One address a line and nothing else on it but its name, to be copied. */
function portals(lanes: readonly Lane[], theme: Theme): readonly string[] {
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
  return [[intro, ...lines].join("\n")];
}

function notDone(lanes: readonly Lane[], theme: Theme, command: string): readonly string[] {
  if (lanes.length === 0) return [];
  const lines = lanes.map((lane) => {
    const paint = lane.status === "failed" ? theme.error : theme.warning;
    const name = lane.address === undefined ? lane.place : `${lane.place}, ${lane.address}`;
    return `  ${name}: ${paint(laneVerdict(lane))}`;
  });
  return [
    ["Not done:", ...lines].join("\n"),
    `To continue, run ${theme.strong(command)} again: it reads the regions and does what is left.`,
  ];
}
