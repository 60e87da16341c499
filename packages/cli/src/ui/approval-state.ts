import { assertNever } from "@wf/engine";

/** What has been asked and answered so far. */
export interface ApprovalState {
  /** The right answers, one a question. */
  readonly answers: readonly string[];
  /** How many have been given. */
  readonly given: number;
  readonly typed: string;
  /** Something was pasted that could have approved by itself. */
  readonly refusedPaste: boolean;
  /** The answer that was not the right one. */
  readonly wrong: string | undefined;
  readonly outcome: "asking" | "approved" | "cancelled";
}

/** One event of the keyboard; `text` is all that came in it, be it a key or what was pasted. */
export type ApprovalInput =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "erase" }
  | { readonly kind: "erase-all" }
  | { readonly kind: "enter" }
  | { readonly kind: "cancel" };

/** Before the first key. */
export function initialApproval(answers: readonly string[]): ApprovalState {
  const outcome = answers.length === 0 ? "approved" : "asking";
  return { answers, given: 0, typed: "", refusedPaste: false, wrong: undefined, outcome };
}

/** What one more input makes of it. Only the right text and then an Enter of its own approve. */
export function approve(state: ApprovalState, input: ApprovalInput): ApprovalState {
  if (state.outcome !== "asking") return state;
  switch (input.kind) {
    case "text":
      return type({ ...state, refusedPaste: false }, input.text);
    case "erase":
      return { ...state, typed: state.typed.slice(0, -1) };
    case "erase-all":
      return { ...state, typed: "" };
    case "enter":
      return compare(state);
    case "cancel":
      return { ...state, outcome: "cancelled" };
    default:
      return assertNever(input);
  }
}

const longestAnswer = 100;

function type(state: ApprovalState, text: string): ApprovalState {
  if (/[\r\n]/.test(text)) return { ...state, typed: "", refusedPaste: true };
  const answer = state.answers[state.given] ?? "";
  if (state.typed === "" && text === "q" && !answer.startsWith("q"))
    return { ...state, outcome: "cancelled" };
  const printable = text.replace(/[\p{Cc}\p{Cf}]/gu, "");
  return { ...state, typed: (state.typed + printable).slice(0, longestAnswer) };
}

function compare(state: ApprovalState): ApprovalState {
  const { answers, given, typed } = state;
  if (typed.trim() !== answers[given]) return { ...state, wrong: typed, outcome: "cancelled" };
  const outcome = given + 1 === answers.length ? "approved" : "asking";
  return { ...state, given: given + 1, typed: "", refusedPaste: false, outcome };
}
