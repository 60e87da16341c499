import { useApp, useInput, usePaste, useWindowSize } from "ink";
import { type ReactNode, useEffect, useReducer } from "react";
import { Approval } from "./approval.tsx";
import { approvalInput } from "./approval-keys.ts";
import { type ApprovalState, approve, initialApproval } from "./approval-state.ts";
import type { Question } from "./questions.ts";
import type { Look } from "./theme.ts";
import { useReflow } from "./use-reflow.ts";

export interface ApprovalScreenProps {
  readonly questions: readonly Question[];
  /** What the person has chosen not to apply, in a sentence; empty where nothing. */
  readonly leftOut: string;
  /** Whether regions can be left out. */
  readonly choosing: boolean;
  readonly look: Look;
  /** Told the outcome before the app ends. */
  readonly onEnd: (outcome: Exclude<ApprovalState["outcome"], "asking">) => void;
}

/** The approval on a real terminal: ends the Ink app when it is given, refused, or the plan is to be looked at. */
export function ApprovalScreen(props: ApprovalScreenProps): ReactNode {
  const { questions, look, onEnd, ...rest } = props;
  const { exit } = useApp();
  const size = useWindowSize();
  const [state, dispatch] = useReducer(approve, undefined, () =>
    initialApproval(
      questions.map(({ answer }) => answer),
      Date.now(),
    ),
  );
  useInput((input, key) => {
    const told = approvalInput(input, key, Date.now());
    if (told !== undefined) dispatch(told);
  });
  usePaste((text) => dispatch({ kind: "paste", text, at: Date.now() }));
  useEffect(() => {
    if (state.outcome === "asking") return;
    onEnd(state.outcome);
    exit();
  }, [exit, onEnd, state.outcome]);
  const view = <Approval questions={questions} state={state} size={size} look={look} {...rest} />;
  useReflow(view, look.reflows);
  return view;
}
