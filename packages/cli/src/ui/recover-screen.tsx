import { useApp, useInput, useWindowSize } from "ink";
import { type ReactNode, useEffect, useReducer } from "react";
import { initialRecover, recovering, type RecoverState } from "../recover/recover-state.ts";
import type { RecoverView, RecoverWay } from "../recover/recover-view.ts";
import { recoverInput } from "./recover-keys.ts";
import { Recovery } from "./recovery.tsx";
import type { Ending } from "./run-screen.tsx";
import type { Look } from "./theme.ts";

export interface RecoverScreenProps {
  readonly unfinished: RecoverView;
  readonly look: Look;
  readonly onEnd: (ending: Ending<RecoverWay>) => void;
}

/** The question how to end a run, on a real terminal. */
export function RecoverScreen({ unfinished, look, onEnd }: RecoverScreenProps): ReactNode {
  const { exit } = useApp();
  const size = useWindowSize();
  const [state, dispatch] = useReducer(recovering, unfinished.choices, initialRecover);
  useInput((input, key) => {
    const told = recoverInput(input, key);
    if (told !== undefined) dispatch(told);
  });
  useEffect(() => {
    const { outcome } = state;
    if (outcome === "asking") return;
    onEnd({
      result: outcome === "cancelled" ? undefined : outcome,
      record: recordOf(unfinished, state, look),
    });
    exit();
  }, [exit, look, onEnd, state, unfinished]);
  return <Recovery view={unfinished} state={state} size={size} look={look} />;
}

/** With every step, however many rows they take. */
function recordOf(view: RecoverView, state: RecoverState, look: Look): Ending<RecoverWay>["record"] {
  return (columns) => <Recovery view={view} state={state} size={{ columns, rows: Infinity }} look={look} />;
}
