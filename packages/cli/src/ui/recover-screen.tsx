import { useApp, useInput, useWindowSize } from "ink";
import { type ReactNode, useEffect, useReducer } from "react";
import { initialRecover, recovering } from "../recover/recover-state.ts";
import type { RecoverView, RecoverWay } from "../recover/recover-view.ts";
import { recoverInput } from "./recover-keys.ts";
import { Recovery } from "./recovery.tsx";
import type { Look } from "./theme.ts";
import { useReflow } from "./use-reflow.ts";

export interface RecoverScreenProps {
  readonly unfinished: RecoverView;
  readonly look: Look;
  readonly onChosen: (way: RecoverWay) => void;
}

/** The question how to end a run, on a real terminal. */
export function RecoverScreen({ unfinished, look, onChosen }: RecoverScreenProps): ReactNode {
  const { exit } = useApp();
  const size = useWindowSize();
  const [state, dispatch] = useReducer(recovering, unfinished.choices, initialRecover);
  useInput((input, key) => {
    const told = recoverInput(input, key);
    if (told !== undefined) dispatch(told);
  });
  const { outcome } = state;
  useEffect(() => {
    if (outcome !== "asking" && outcome !== "cancelled") onChosen(outcome);
    if (outcome !== "asking") exit();
  }, [exit, onChosen, outcome]);
  const view = <Recovery view={unfinished} state={state} size={size} look={look} />;
  useReflow(view, look.reflows);
  return view;
}
