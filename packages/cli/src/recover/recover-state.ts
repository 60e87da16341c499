import type { RecoverChoice, RecoverWay } from "./recover-view.ts";

/** Which way is marked, and whether it was chosen. */
export interface RecoverState {
  readonly choices: readonly RecoverChoice[];
  readonly marked: number;
  /** Forgetting cannot be taken back, and asks once more. */
  readonly confirming: boolean;
  readonly outcome: "asking" | "cancelled" | RecoverWay;
}

/** What a key means to the question. */
export type RecoverInput =
  | { readonly kind: "up" }
  | { readonly kind: "down" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "enter" }
  | { readonly kind: "cancel" };

/** Before the first key: going on is marked. */
export function initialRecover(choices: readonly RecoverChoice[]): RecoverState {
  return { choices, marked: 0, confirming: false, outcome: "asking" };
}

/** What one more key makes of it. What is held down or pasted chooses nothing that asks no more. */
export function recovering(state: RecoverState, input: RecoverInput): RecoverState {
  if (state.outcome !== "asking") return state;
  if (input.kind === "cancel" || (input.kind === "text" && input.text === "q"))
    return { ...state, outcome: "cancelled" };
  if (state.confirming) return confirm(state, input);
  switch (input.kind) {
    case "up":
      return { ...state, marked: Math.max(0, state.marked - 1) };
    case "down":
      return { ...state, marked: Math.min(state.choices.length - 1, state.marked + 1) };
    case "text": {
      const number = state.choices.findIndex((_, index) => input.text === String(index + 1));
      return number === -1 ? state : { ...state, marked: number };
    }
    default:
      return choose(state);
  }
}

function choose(state: RecoverState): RecoverState {
  const choice = state.choices[state.marked];
  if (choice === undefined || choice.obstacle !== undefined) return state;
  return choice.way === "forget" ? { ...state, confirming: true } : { ...state, outcome: choice.way };
}

function confirm(state: RecoverState, input: RecoverInput): RecoverState {
  if (input.kind === "enter") return state;
  const isYes = input.kind === "text" && input.text.toLowerCase() === "y";
  return isYes ? { ...state, outcome: "forget" } : { ...state, confirming: false };
}
