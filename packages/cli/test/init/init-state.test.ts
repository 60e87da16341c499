import { describe, expect, test } from "vitest";
import type { Answers } from "../../src/init/answers.ts";
import type { Surroundings } from "../../src/init/fields.ts";
import {
  allAnswers,
  answer,
  checkPending,
  type InitInput,
  type InitState,
  initialInit,
  questionsFor,
} from "../../src/init/init-state.ts";

const surroundings: Surroundings = { region: "eu-west-1", name: "wildlife" };
const enter: InitInput = { kind: "enter" };
const back: InitInput = { kind: "back" };
const down: InitInput = { kind: "down" };
const typed = (text: string): InitInput => ({ kind: "text", text });

function after(inputs: readonly InitInput[], given: Answers = {}): InitState {
  return inputs.reduce(answer, initialInit(given, surroundings));
}

function asked(state: InitState): string | undefined {
  return questionsFor(state)[state.at]?.id;
}

describe("the questions of wf init", () => {
  const cases: readonly (readonly [string, readonly InitInput[], string | undefined, Answers])[] = [
    ["begin with the provider", [], "provider", { provider: "oidc" }],
    ["take the chosen provider with Enter", [enter], "region", { provider: "oidc" }],
    ["let arrows choose", [down, enter], "region", { provider: "cognito" }],
    ["do not choose past the last", [down, down, down, enter], "region", { provider: "cognito" }],
    ["let a letter choose", [typed("C"), enter], "region", { provider: "cognito" }],
    ["take an empty line as the default", [enter, enter], "name", { region: "eu-west-1" }],
    ["take what is typed", [enter, typed("us-east-1"), enter], "name", { region: "us-east-1" }],
    ["stay at what cannot be", [enter, typed("Europe"), enter], "region", { region: "eu-west-1" }],
    ["ask an OIDC one for its issuer", [enter, enter, enter], "issuer", {}],
    ["ask a Cognito one for its pool", [down, enter, enter, enter], "user-pool", {}],
    ["end with the file", [enter, enter, enter, enter, enter, enter], undefined, { group: "labelers" }],
    ["go back", [enter, typed("us-east-1"), enter, back], "region", { region: "us-east-1" }],
    ["do not go back behind the first", [back, back], "provider", {}],
    [
      "let a default follow what it depends on",
      [down, enter, enter, enter, enter, back, back, back, typed("us-west-2"), enter, enter],
      "user-pool",
      { region: "us-west-2", "user-pool": "us-west-2_Example01" },
    ],
    [
      "forget what only the other provider has",
      [enter, enter, enter, typed("https://savanna.example"), enter, back, back, back, back, down, enter],
      "region",
      { provider: "cognito" },
    ],
  ];
  test.each(cases)("%s", (_, inputs, id, answers) => {
    const state = after(inputs);
    expect(asked(state)).toBe(id);
    expect(allAnswers(state)).toMatchObject(answers);
    expect(state.outcome).toBe("asking");
  });

  test("are not asked of what flags gave", () => {
    const state = after([enter], { provider: "cognito", region: "eu-west-1" });
    expect(questionsFor(state).map(({ id }) => id)).toEqual(["name", "user-pool", "client-id", "group"]);
    expect(asked(state)).toBe("user-pool");
  });

  test("come back with the answer that was given", () => {
    expect(after([enter, typed("us-east-1"), enter, back]).line).toEqual({ text: "us-east-1", cursor: 9 });
  });

  test("are agreed on only at the file, and called off anywhere", () => {
    const file = after([enter, enter, enter, enter, enter, enter]);
    expect(answer(file, typed("y")).outcome).toBe("asking");
    expect(answer(file, enter).outcome).toBe("agreed");
    expect(answer(file, { kind: "cancel" }).outcome).toBe("cancelled");
    expect(answer(answer(after([]), { kind: "cancel" }), enter).outcome).toBe("cancelled");
  });

  test("the file scrolls, not above its first line", () => {
    const file = after([enter, enter, enter, enter, enter, enter]);
    expect(answer(answer(file, down), down).top).toBe(2);
    expect(answer(file, { kind: "up" }).top).toBe(0);
  });
});

describe("what is typed is held against the language's constraints", () => {
  const cognito: Answers = { provider: "cognito", region: "eu-west-1", name: "x", "client-id": "y" };
  const cases: readonly (readonly [string, Answers, string, string | undefined])[] = [
    ["a region", {}, "eu-west-1", undefined],
    ["a region that is not one", {}, "Europe", "It must be a region's name, such as eu-west-1."],
    [
      "a misspelled region",
      {},
      "eu-wst-1",
      "This version of wf does not know the region. Is eu-west-1 meant?",
    ],
    ["a name", { region: "eu-west-1" }, "big-cats", undefined],
    [
      "a name with a blank",
      { region: "eu-west-1" },
      "big cats",
      "It must be 1 to 63 letters, digits and hyphens",
    ],
    [
      "an issuer over http",
      { region: "eu-west-1", name: "x" },
      "http://idp",
      "It must be an address that begins with https://",
    ],
    ["a pool", { provider: "cognito", region: "eu-west-1", name: "x" }, "eu-west-1_a1", undefined],
    [
      "a pool of elsewhere",
      { provider: "cognito", region: "eu-west-1", name: "x" },
      "us-east-1_a1",
      "its id begins with eu-west-1_",
    ],
    [
      "a pool without its shape",
      { provider: "cognito", region: "eu-west-1", name: "x" },
      "pool",
      "It must be a Cognito user pool's id",
    ],
    ["groups", { ...cognito, "user-pool": "z" }, "spotters, vets  rangers", undefined],
    [
      "eleven groups",
      { ...cognito, "user-pool": "z" },
      "a b c d e f g h i j k",
      "It must be 1 to 10 groups, and there are 11.",
    ],
    ["a long Cognito group", { ...cognito, "user-pool": "z" }, "g".repeat(100), undefined],
    [
      "a long OIDC group",
      { region: "r", name: "x", issuer: "i", "client-id": "c", provider: "oidc" },
      "g".repeat(64),
      "must be an OIDC group of 1 to 63 characters",
    ],
  ];
  test.each(cases)("%s", (_, given, text, expected) => {
    const state = after("provider" in given ? [typed(text)] : [enter, typed(text)], given);
    const [field] = questionsFor(state).slice(state.at);
    if (field === undefined) throw new Error("Everything was given");
    const { problem, warning } = checkPending(state, field);
    expect(problem ?? warning ?? "fine").toContain(expected ?? "fine");
  });
});
