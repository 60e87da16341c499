import { useInput, useWindowSize } from "ink";
import type { ReactNode } from "react";
import type { DoctorState } from "../doctor/doctor-state.ts";
import { Checklist } from "./checklist.tsx";
import type { Look } from "./theme.ts";
import { useReflow } from "./use-reflow.ts";

export interface DoctorScreenProps {
  readonly state: DoctorState;
  /** Which picture of the spinner. */
  readonly frame: number;
  readonly look: Look;
  readonly onLeave: () => void;
}

/** The checklist on a real terminal: its size, and the keys that leave it. */
export function DoctorScreen({ state, frame, look, onLeave }: DoctorScreenProps): ReactNode {
  const size = useWindowSize();
  useInput((input, key) => {
    if (key.escape || input === "q" || (key.ctrl && input === "c")) onLeave();
  });
  const view = <Checklist state={state} frame={frame} size={size} look={look} />;
  useReflow(view, look.reflows);
  return view;
}
