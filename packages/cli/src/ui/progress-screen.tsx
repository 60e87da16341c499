import { useInput, useWindowSize } from "ink";
import { type ReactNode, useState } from "react";
import { LiveLanes, Progress } from "./progress.tsx";
import type { ProgressState } from "../progress/progress-state.ts";
import type { Look } from "./theme.ts";
import { useReflow } from "./use-reflow.ts";

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
  const props = { state, size, stopping, look };
  useReflow(<LiveLanes {...props} />, look.reflows);
  return <Progress {...props} />;
}
