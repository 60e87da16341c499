import { useApp, useInput, usePaste, useWindowSize } from "ink";
import { type ReactNode, useEffect, useReducer } from "react";
import type { Answers } from "../init/answers.ts";
import { allAnswers, answer, type InitState } from "../init/init-state.ts";
import { InitForm, lastTop } from "./init-form.tsx";
import { initInput } from "./init-keys.ts";
import type { Ending } from "./run-screen.tsx";
import type { Look } from "./theme.ts";

export interface InitScreenProps {
  readonly initial: InitState;
  /** What will be written, by its path as the user would type it. */
  readonly files: readonly string[];
  readonly look: Look;
  readonly onEnd: (ending: Ending<Answers>) => void;
}

/** The questions on a real terminal: the app ends with the answers agreed on, or called off. */
export function InitScreen({ initial, files, look, onEnd }: InitScreenProps): ReactNode {
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
    if (state.outcome === "asking") return;
    onEnd({
      result: state.outcome === "agreed" ? allAnswers(state) : undefined,
      record: recordOf(state, files, look),
    });
    exit();
  }, [exit, files, look, onEnd, state]);
  return <InitForm state={state} files={files} size={size} look={look} />;
}

function recordOf(state: InitState, files: readonly string[], look: Look): Ending<Answers>["record"] {
  return (columns) => <InitForm state={state} files={files} size={{ columns, rows: Infinity }} look={look} />;
}
