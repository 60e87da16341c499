import type { DoctorCheck, Outcome } from "./doctor-check.ts";

/** A check and how far it is. */
export interface Item {
  readonly check: Omit<DoctorCheck, "make">;
  readonly state: "waiting" | "running" | Outcome;
}

/** Every check, in the order in which they are told. */
export interface DoctorState {
  readonly items: readonly Item[];
}

/** What happens while the checks are made; a check is named by its place in the list. */
export type DoctorEvent =
  | { readonly kind: "started"; readonly index: number }
  | { readonly kind: "finished"; readonly index: number; readonly outcome: Outcome };

/** How many came to which end. */
export interface DoctorTotals {
  readonly checks: number;
  readonly open: number;
  readonly passed: number;
  readonly failed: number;
  readonly "not-made": number;
  readonly skipped: number;
}

/** Before the first check. */
export function initialDoctor(checks: readonly DoctorCheck[]): DoctorState {
  return { items: checks.map((check) => ({ check, state: "waiting" })) };
}

/** The list after an event. */
export function doctor(state: DoctorState, event: DoctorEvent): DoctorState {
  const item = state.items[event.index];
  if (item === undefined) return state;
  const to: Item["state"] = event.kind === "started" ? "running" : event.outcome;
  return { items: state.items.with(event.index, { ...item, state: to }) };
}

/** The totals of the list as it is. */
export function doctorTotals({ items }: DoctorState): DoctorTotals {
  const count = (kind: Outcome["kind"]): number =>
    items.filter(({ state }) => typeof state === "object" && state.kind === kind).length;
  const kinds = {
    passed: count("passed"),
    failed: count("failed"),
    "not-made": count("not-made"),
    skipped: count("skipped"),
  };
  const ended = kinds.passed + kinds.failed + kinds["not-made"] + kinds.skipped;
  return { checks: items.length, open: items.length - ended, ...kinds };
}

/** The items under their headings, in order. */
export function grouped(
  items: readonly Item[],
  headingOf: (item: Item) => string,
): readonly (readonly [heading: string, items: readonly Item[]])[] {
  return [...Map.groupBy(items, headingOf)];
}
