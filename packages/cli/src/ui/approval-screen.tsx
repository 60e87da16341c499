import { useApp, useInput, usePaste, useWindowSize } from "ink";
import { type ReactNode, useEffect, useReducer } from "react";
import { Approval } from "./approval.tsx";
import { approvalInput } from "./approval-keys.ts";
import { approve, initialApproval } from "./approval-state.ts";
import type { Question } from "./questions.ts";
import type { Look } from "./theme.ts";
import { useReflow } from "./use-reflow.ts";

export interface ApprovalScreenProps {
  readonly questions: readonly Question[];
  readonly look: Look;
}

/** The approval on a real terminal: ends the Ink app with whether it was given. */
export function ApprovalScreen({ questions, look }: ApprovalScreenProps): ReactNode {
  const { exit } = useApp();
  const size = useWindowSize();
  const [state, dispatch] = useReducer(
    approve,
    questions.map(({ answer }) => answer),
    initialApproval,
  );
  useInput((input, key) => {
    const told = approvalInput(input, key);
    if (told !== undefined) dispatch(told);
  });
  usePaste((text) => dispatch({ kind: "text", text }));
  useEffect(() => {
    if (state.outcome !== "asking") exit(state.outcome === "approved");
  }, [exit, state.outcome]);
  const view = <Approval questions={questions} state={state} size={size} look={look} />;
  useReflow(view, look.reflows);
  return view;
}
