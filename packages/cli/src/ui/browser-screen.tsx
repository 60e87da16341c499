import type { PlanView } from "@wf/engine";
import { useApp, useInput, usePaste, useWindowSize } from "ink";
import { type ReactNode, useEffect, useMemo, useReducer } from "react";
import { printable } from "../render/printable.ts";
import { Browser, gutterOf, listRows } from "./browser.tsx";
import type { BrowserBack } from "./browser-help.ts";
import { keysIn } from "./browser-keys.ts";
import { browse, type BrowserState, initialBrowser, pasteInto } from "./browser-state.ts";
import { outlineOf } from "./outline.ts";
import type { Look } from "./theme.ts";

export interface BrowserScreenProps {
  readonly view: PlanView;
  readonly look: Look;
  readonly choosing: boolean;
  readonly back: BrowserBack;
  /** Where one was when one last looked; undefined for the beginning. */
  readonly from: BrowserState | undefined;
  /** Told the last state before the app ends. */
  readonly onEnd: (state: BrowserState) => void;
}

type Event =
  | { readonly kind: "keys"; readonly names: readonly string[] }
  | { readonly kind: "paste"; readonly text: string };

/** The plan browser on a real terminal: ends the Ink app when it is closed. */
export function BrowserScreen({ back, choosing, from, look, onEnd, view }: BrowserScreenProps): ReactNode {
  const { exit } = useApp();
  const size = useWindowSize();
  const width = size.columns - gutterOf(choosing);
  const outline = useMemo(() => outlineOf(view, look, width), [view, look, width]);
  const against = { outline, rows: listRows(size), choosing };
  const [state, dispatch] = useReducer(
    (before: BrowserState, event: Event) =>
      event.kind === "paste"
        ? pasteInto(before, event.text)
        : event.names.reduce((each, name) => browse(each, name, against), before),
    undefined,
    () => (from === undefined ? initialBrowser(outline) : { ...from, outcome: "open" as const }),
  );
  useInput((input, key) => dispatch({ kind: "keys", names: keysIn(input, key) }));
  usePaste((text) => dispatch({ kind: "paste", text }));
  useEffect(() => {
    if (state.outcome === "open") return;
    onEnd(state);
    exit();
  }, [exit, onEnd, state]);
  const summary = `${printable(view.stack)}: ${view.summary}`;
  const props = { outline, summary, state, size, look, choosing, back };
  return <Browser {...props} />;
}
