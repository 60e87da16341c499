import { assertNever } from "@wf/parser";
import { appended, erased } from "../typed-text.ts";

/** What has been asked and answered so far. */
export interface ApprovalState {
  /** The right answers, one a question. */
  readonly answers: readonly string[];
  /** How many have been given. */
  readonly given: number;
  readonly typed: string;
  /** Before this time an Enter is not a person's answer to what is on the screen. */
  readonly notBefore: number;
  /** Something came in that could have approved by itself. */
  readonly refusedPaste: boolean;
  /** The answer that was not the right one. */
  readonly wrong: string | undefined;
  /** `browsing`: the plan is to be looked at first. */
  readonly outcome: "asking" | "approved" | "cancelled" | "browsing";
}

/**
 * One event of the keyboard, and when it came, in milliseconds. `text` is all that came in it, be it a key or what a
 * terminal without bracketed paste pastes; `paste` is what a terminal says was pasted.
 */
export type ApprovalInput =
  | { readonly kind: "text"; readonly text: string; readonly at: number }
  | { readonly kind: "paste"; readonly text: string; readonly at: number }
  | { readonly kind: "enter"; readonly at: number }
  | { readonly kind: "erase" }
  | { readonly kind: "erase-all" }
  | { readonly kind: "browse" }
  | { readonly kind: "cancel" };

/** A question is on the screen this long before an Enter answers it: one held down since the one before does not. */
const readingMilliseconds = 300;
/** Nobody presses Enter this soon after a letter; a paste that arrives in pieces does. */
const fingerMilliseconds = 25;

/** Before the first key. */
export function initialApproval(answers: readonly string[], shownAt: number): ApprovalState {
  return {
    answers,
    given: 0,
    typed: "",
    notBefore: shownAt + readingMilliseconds,
    refusedPaste: false,
    wrong: undefined,
    outcome: answers.length === 0 ? "approved" : "asking",
  };
}

/** What one more input makes of it. Only the right text and then an Enter of its own approve. */
export function approve(state: ApprovalState, input: ApprovalInput): ApprovalState {
  if (state.outcome !== "asking") return state;
  switch (input.kind) {
    case "text":
      return type({ ...state, refusedPaste: false }, input.text, input.at);
    case "paste":
      // The line break at its end, which a selected line brings with it, is left to the person.
      return append({ ...state, refusedPaste: false }, input.text.replace(/\r?\n$|\r$/, ""), input.at);
    case "erase":
      return { ...state, typed: erased(state.typed) };
    case "erase-all":
      return { ...state, typed: "" };
    case "enter":
      return enter(state, input.at);
    case "browse":
      return { ...state, outcome: "browsing" };
    case "cancel":
      return { ...state, outcome: "cancelled" };
    default:
      return assertNever(input);
  }
}

const longestAnswer = 100;

function type(state: ApprovalState, text: string, at: number): ApprovalState {
  const answer = state.answers[state.given] ?? "";
  if (state.typed === "" && text === "q" && !answer.startsWith("q"))
    return { ...state, outcome: "cancelled" };
  return append(state, text, at);
}

function append(state: ApprovalState, text: string, at: number): ApprovalState {
  if (/[\r\n]/.test(text)) return refuse(state, at);
  const typed = appended(state.typed, text, longestAnswer);
  return { ...state, typed, notBefore: Math.max(state.notBefore, at + fingerMilliseconds) };
}

/** The keys after it may be the rest of it. */
function refuse(state: ApprovalState, at: number): ApprovalState {
  const notBefore = Math.max(state.notBefore, at + fingerMilliseconds);
  return { ...state, typed: "", refusedPaste: true, notBefore };
}

function enter(state: ApprovalState, at: number): ApprovalState {
  if (at >= state.notBefore) return compare(state, at);
  return state.typed === "" ? state : refuse(state, at);
}

function compare(state: ApprovalState, at: number): ApprovalState {
  const { answers, given, typed } = state;
  if (typed.trim() !== answers[given]) return { ...state, wrong: typed, outcome: "cancelled" };
  return {
    ...state,
    given: given + 1,
    typed: "",
    notBefore: at + readingMilliseconds,
    refusedPaste: false,
    outcome: given + 1 === answers.length ? "approved" : "asking",
  };
}
