import { assertNever } from "@wf/parser";
import { appended, erased } from "../typed-text.ts";
import { type BrowserCommand, commandOf, isChoosing } from "./browser-commands.ts";
import { choose } from "./choose-regions.ts";
import { findLine, landmarksWanted, textWanted, type Wanted } from "./find-line.ts";
import type { Outline } from "./outline.ts";
import { clamped, lastPlace, moved, type Opened, type Place, scrolled } from "./places.ts";

/** Where a reader of a plan is. */
export interface BrowserState {
  readonly cursor: Place;
  /** The first row that is shown. */
  readonly top: Place;
  readonly opened: Opened;
  /** Keys of the regions that are not to be applied. */
  readonly leftOut: ReadonlySet<string>;
  /** What is being typed after `/`; undefined outside of it. */
  readonly query: string | undefined;
  /** What was searched for last. */
  readonly sought: string;
  /** What came of the last key, where the screen does not show it by itself. */
  readonly message: string;
  readonly showsKeys: boolean;
  readonly outcome: "open" | "closed" | "cancelled";
}

/** What the state is read against. */
export interface BrowserView {
  readonly outline: Outline;
  /** Rows of the list. */
  readonly rows: number;
  /** Whether regions can be left out. */
  readonly choosing: boolean;
}

/** Before the first key. A plan of one region is open. */
export function initialBrowser(outline: Outline, leftOut: ReadonlySet<string> = new Set()): BrowserState {
  const start = { entry: 0, line: 0 };
  return {
    cursor: start,
    top: start,
    opened: new Set(outline.entries.length === 1 ? [0] : []),
    leftOut,
    query: undefined,
    sought: "",
    message: "",
    showsKeys: false,
    outcome: "open",
  };
}

/** What one more key, by its name, makes of it. */
export function browse(state: BrowserState, key: string, view: BrowserView): BrowserState {
  if (state.outcome !== "open") return state;
  if (key === "ctrl-c") return { ...state, outcome: "cancelled" };
  if (state.showsKeys) return { ...state, showsKeys: false };
  if (state.query !== undefined) return typed(state, state.query, key, view);
  const command = commandOf(key);
  if (command === undefined) return state;
  if (isChoosing(command) && !view.choosing) {
    return key === "space" ? follow(state, "toggle", view) : state;
  }
  return follow({ ...state, message: "" }, command, view);
}

/** Pasted text: only a search takes it. */
export function pasteInto(state: BrowserState, text: string): BrowserState {
  if (state.query === undefined) return state;
  return { ...state, query: withText(state.query, text) };
}

function typed(state: BrowserState, query: string, key: string, view: BrowserView): BrowserState {
  switch (key) {
    case "escape":
      return { ...state, query: undefined };
    case "enter": {
      const sought = query === "" ? state.sought : query;
      return seek({ ...state, query: undefined, sought }, 1, view);
    }
    case "erase":
      return { ...state, query: query === "" ? undefined : erased(query) };
    case "ctrl-u":
      return { ...state, query: "" };
    case "space":
      return { ...state, query: withText(query, " ") };
    default:
      return Array.from(key).length === 1 ? { ...state, query: withText(query, key) } : state;
  }
}

const longestQuery = 100;

function withText(query: string, text: string): string {
  return appended(query, text, longestQuery);
}

function follow(state: BrowserState, command: BrowserCommand, view: BrowserView): BrowserState {
  const { outline, rows } = view;
  switch (command) {
    case "down":
      return go(state, moved(outline, state.opened, state.cursor, 1), view);
    case "up":
      return go(state, moved(outline, state.opened, state.cursor, -1), view);
    case "pageDown":
      return turn(state, rows - 1, view);
    case "pageUp":
      return turn(state, 1 - rows, view);
    case "home":
      return go(state, { entry: 0, line: 0 }, view);
    case "end":
      return go(state, lastPlace(outline, state.opened), view);
    case "open":
      return withOpened(state, (opened) => opened.add(state.cursor.entry), view);
    case "fold":
      return withOpened(state, (opened) => opened.delete(state.cursor.entry), view);
    case "toggle":
      return follow(state, state.opened.has(state.cursor.entry) ? "fold" : "open", view);
    case "toggleAll":
      return toggleAll(state, view);
    case "nextChange":
      return jump(state, 1, landmarksWanted.change, "Nothing changes.", view);
    case "previousChange":
      return jump(state, -1, landmarksWanted.change, "Nothing changes.", view);
    case "nextWarning":
      return jump(state, 1, landmarksWanted.warning, noWarnings, view);
    case "previousWarning":
      return jump(state, -1, landmarksWanted.warning, noWarnings, view);
    case "search":
      return { ...state, query: "" };
    case "nextMatch":
      return seek(state, 1, view);
    case "previousMatch":
      return seek(state, -1, view);
    case "choose":
    case "chooseOnly":
    case "chooseAll":
      return { ...state, ...choose(outline, state.leftOut, command, state.cursor.entry) };
    case "keys":
      return { ...state, showsKeys: true };
    case "close":
      return { ...state, outcome: "closed" };
    case "cancel":
      return { ...state, outcome: "cancelled" };
    default:
      return assertNever(command);
  }
}

const noWarnings = "There are no warnings and no refusals.";

function go(state: BrowserState, cursor: Place, { outline, rows }: BrowserView): BrowserState {
  const top = scrolled(outline, state.opened, { top: state.top, cursor }, rows);
  return { ...state, cursor, top };
}

/** Page and cursor move together, so that the cursor stays where it is on the screen. */
function turn(state: BrowserState, rows: number, view: BrowserView): BrowserState {
  const { opened } = state;
  const top = moved(view.outline, opened, state.top, rows);
  return go({ ...state, top }, moved(view.outline, opened, state.cursor, rows), view);
}

function withOpened(
  state: BrowserState,
  change: (opened: Set<number>) => unknown,
  view: BrowserView,
): BrowserState {
  const opened = new Set(state.opened);
  change(opened);
  const { cursor } = state;
  return go(
    { ...state, opened },
    opened.has(cursor.entry) ? clamped(view.outline, opened, cursor) : { entry: cursor.entry, line: 0 },
    view,
  );
}

function toggleAll(state: BrowserState, view: BrowserView): BrowserState {
  const { entries } = view.outline;
  const all = state.opened.size === entries.length;
  return withOpened(
    state,
    (opened) => {
      opened.clear();
      if (!all) for (const index of entries.keys()) opened.add(index);
    },
    view,
  );
}

function seek(state: BrowserState, direction: 1 | -1, view: BrowserView): BrowserState {
  if (state.sought === "") return { ...state, message: "Nothing was searched for: / begins a search." };
  const missing = `${JSON.stringify(state.sought)} is nowhere in the plan.`;
  return jump(state, direction, textWanted(state.sought), missing, view);
}

function jump(
  state: BrowserState,
  direction: 1 | -1,
  wanted: Wanted,
  missing: string,
  view: BrowserView,
): BrowserState {
  const found = findLine(view.outline, state.cursor, direction, wanted);
  if (found === undefined) return { ...state, message: missing };
  const opened = found.line === 0 ? state.opened : new Set(state.opened).add(found.entry);
  return lifted(go({ ...state, opened }, found, view), view);
}

/** Shows the row before what was jumped to, and a good part of what follows it. */
function lifted(state: BrowserState, { outline, rows }: BrowserView): BrowserState {
  const { cursor, opened } = state;
  const below = moved(outline, opened, cursor, Math.floor((rows * 2) / 3));
  const top = scrolled(outline, opened, { top: state.top, cursor: below }, rows);
  return { ...state, top: scrolled(outline, opened, { top, cursor }, rows) };
}
