import { useApp, useInput, usePaste, useWindowSize } from "ink";
import { type ReactNode, useEffect, useReducer } from "react";
import type { Answers } from "../init/answers.ts";
import { allAnswers, answer, type InitState } from "../init/init-state.ts";
import { InitForm, lastTop } from "./init-form.tsx";
import { initInput } from "./init-keys.ts";
import type { Look } from "./theme.ts";
import { useReflow } from "./use-reflow.ts";

export interface InitScreenProps {
  readonly initial: InitState;
  /** What will be written, by its path as the user would type it. */
  readonly files: readonly string[];
  readonly look: Look;
  readonly onAgreed: (answers: Answers) => void;
}

/** The questions on a real terminal: the app ends with the answers agreed on, or called off. */
export function InitScreen({ initial, files, look, onAgreed }: InitScreenProps): ReactNode {
  const { exit } = useApp();
  const size = useWindowSize();
  const [state, dispatch] = useReducer(answer, initial);
  useInput((input, key) => {
    const told = initInput(input, key);
    const atEnd = told?.kind === "down" && state.top >= lastTop(state, size);
    if (told !== undefined && !atEnd) dispatch(told);
  });
  usePaste((text) => dispatch({ kind: "text", text }));
  useEffect(() => {
    if (state.outcome === "agreed") onAgreed(allAnswers(state));
    if (state.outcome !== "asking") exit();
  }, [exit, onAgreed, state]);
  const view = <InitForm state={state} files={files} size={size} look={look} />;
  useReflow(view, look.reflows);
  return view;
}
