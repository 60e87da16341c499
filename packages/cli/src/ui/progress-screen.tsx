import { useInput, useWindowSize } from "ink";
import { type ReactNode, useState } from "react";
import { Progress } from "./progress.tsx";
import type { ProgressState } from "./progress-state.ts";
import type { Look } from "./theme.ts";

export interface ProgressScreenProps {
  readonly state: ProgressState;
  readonly look: Look;
  /** The first Ctrl-C. */
  readonly onStop: () => void;
  /** The second. */
  readonly onLeave: () => void;
}

/** The progress view on a real terminal: its size and its Ctrl-C. */
export function ProgressScreen({ state, look, onStop, onLeave }: ProgressScreenProps): ReactNode {
  const size = useWindowSize();
  const [stopping, setStopping] = useState(false);
  useInput((input, key) => {
    if (!key.ctrl || input !== "c") return;
    if (stopping) onLeave();
    else onStop();
    setStopping(true);
  });
  return <Progress state={state} size={size} stopping={stopping} look={look} />;
}
