import type { Answers } from "./answers.ts";
import { checkAnswer, type Checked } from "./check-answer.ts";
import { completed, type Field, fieldsFor, type Surroundings } from "./fields.ts";
import { edit, type Line, type LineInput, lineOf } from "./line.ts";

/** The questions of `wf init` and how far they are answered. */
export interface InitState {
  readonly surroundings: Surroundings;
  /** Given by flags, and not asked for. */
  readonly given: Answers;
  readonly answers: Answers;
  /** Which of the questions is open; as many as there are, when the file is shown. */
  readonly at: number;
  readonly line: Line;
  /** Enter was pressed on what cannot be. */
  readonly refused: boolean;
  /** The first row of the file that is shown. */
  readonly top: number;
  readonly outcome: "asking" | "agreed" | "cancelled";
}

/** What a key means to the questions. */
export type InitInput =
  | LineInput
  | { readonly kind: "enter" }
  | { readonly kind: "back" }
  | { readonly kind: "up" }
  | { readonly kind: "down" }
  | { readonly kind: "cancel" };

/** Before the first key; what flags gave is not asked for. */
export function initialInit(given: Answers, surroundings: Surroundings): InitState {
  const start: InitState = {
    surroundings,
    given,
    answers: given,
    at: 0,
    line: lineOf(""),
    refused: false,
    top: 0,
    outcome: "asking",
  };
  return open(start, 0);
}

/** The questions of this state, in their order. */
export function questionsFor({ answers, given, surroundings }: InitState): readonly Field[] {
  return fieldsFor(answers, surroundings).filter(({ id }) => given[id] === undefined);
}

/** Every answer as it is now, those not given yet by their defaults. */
export function allAnswers({ answers, surroundings }: InitState): Answers {
  return completed(answers, surroundings);
}

/** The answer that Enter would take now. */
export function pendingAnswer(state: InitState, field: Field): string {
  const typed = state.line.text.trim();
  return typed === "" ? field.fallback(allAnswers(state)) : typed;
}

/** What is to be said of what is typed; nothing of an empty line, which stands for the default. */
export function checkPending(state: InitState, field: Field): Checked {
  return state.line.text === "" ? {} : checkAnswer(field.id, pendingAnswer(state, field), allAnswers(state));
}

/** What one more key makes of it. */
export function answer(state: InitState, input: InitInput): InitState {
  if (state.outcome !== "asking") return state;
  if (input.kind === "cancel") return { ...state, outcome: "cancelled" };
  if (input.kind === "back") return state.at === 0 ? state : open(state, state.at - 1);
  const field = questionsFor(state)[state.at];
  if (field === undefined) return review(state, input);
  return field.choices.length > 0 ? choose(state, field, input) : type(state, field, input);
}

function review(state: InitState, input: InitInput): InitState {
  switch (input.kind) {
    case "enter":
      return { ...state, outcome: "agreed" };
    case "up":
      return { ...state, top: Math.max(0, state.top - 1) };
    case "down":
      return { ...state, top: state.top + 1 };
    default:
      return state;
  }
}

function choose(state: InitState, field: Field, input: InitInput): InitState {
  const values = field.choices.map(({ value }) => value);
  const now = Math.max(0, values.indexOf(state.line.text));
  const to = (index: number): InitState => ({ ...state, line: lineOf(values[index] ?? state.line.text) });
  switch (input.kind) {
    case "enter":
      return take(state, field);
    case "up":
      return to(Math.max(0, now - 1));
    case "down":
      return to(Math.min(values.length - 1, now + 1));
    case "text": {
      const meant = values.findIndex((value) => value.startsWith(input.text.toLowerCase()));
      return meant === -1 || input.text === "" ? state : to(meant);
    }
    default:
      return state;
  }
}

function type(state: InitState, field: Field, input: InitInput): InitState {
  switch (input.kind) {
    case "enter":
      return take(state, field);
    case "up":
      return state.at === 0 ? state : open(state, state.at - 1);
    case "down":
    case "back":
    case "cancel":
      return state;
    default:
      return { ...state, line: edit(state.line, input), refused: false };
  }
}

function take(state: InitState, field: Field): InitState {
  const text = pendingAnswer(state, field);
  if (checkAnswer(field.id, text, allAnswers(state)).problem !== undefined)
    return { ...state, refused: true };
  // A default that was taken goes on to follow what it depends on.
  const { [field.id]: _, ...others } = state.answers;
  const answers = state.line.text.trim() === "" ? others : { ...others, [field.id]: text };
  return open({ ...state, answers }, state.at + 1);
}

/** Goes to a question, with the answer that it has already. */
function open(state: InitState, at: number): InitState {
  const field = questionsFor(state)[at];
  const before = field === undefined ? undefined : state.answers[field.id];
  const chosen = field !== undefined && field.choices.length > 0 ? field.fallback(state.answers) : "";
  return { ...state, at, line: lineOf(before ?? chosen), refused: false, top: 0 };
}
