import { functionHost } from "@wf/engine/node";
import { format, readConfiguration } from "@wf/parser";
import { describe, expect, test } from "vitest";
import type { Answers } from "../../src/init/answers.ts";
import { completed, surroundingsOf } from "../../src/init/fields.ts";
import { configurationFile } from "../../src/init/first-files.ts";
import { checkGiven, givenBy } from "../../src/init/flags.ts";
import { profiles } from "../profiles.ts";

const cases: readonly (readonly [string, Answers, readonly string[]])[] = [
  ["nothing", {}, []],
  ["Cognito", { provider: "cognito" }, []],
  ["a user pool", { "user-pool": "ap-south-1_Tigers", region: "ap-south-1" }, []],
  ["an issuer", { issuer: "https://login.savanna.example/realms/rangers" }, []],
  [
    "what needs quoting",
    { issuer: "https://savanna.example/${x}?a=%{b}", group: 'rangers "vets" ${lions}' },
    [],
  ],
  ["a name that is no identifier", { name: "7-hills" }, []],
  ["a region yet to come", { region: "eu-moon-1" }, ["unknown-region"]],
];

describe("the first configuration is valid and in its layout, of", () => {
  test.each(cases)("%s", async (_, answers, codes) => {
    const file = configurationFile(completed(answers, { region: "eu-west-1", name: "wildlife" }));
    const source = { name: file.name, text: file.content };
    const read = await readConfiguration({
      sources: [source],
      variables: [],
      missingVariables: "unknown",
      host: functionHost(import.meta.dirname, {}),
      version: "0.1.0",
    });
    expect(read.diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(format(source).value).toBe(file.content);
  });
});

describe("what surrounds a start suggests", () => {
  test.each([
    ["/work/Big Cats (2026)", {}, { name: "Big-Cats-2026", region: "us-east-1" }],
    ["/", {}, { name: "labeling", region: "us-east-1" }],
    ["/work/豹", { AWS_REGION: "eu-west-1" }, { name: "labeling", region: "eu-west-1" }],
    ["/work/cats", { AWS_DEFAULT_REGION: "us-west-2" }, { name: "cats", region: "us-west-2" }],
    [
      "/work/cats",
      { AWS_REGION: "", AWS_DEFAULT_REGION: "us-west-2" },
      { name: "cats", region: "us-west-2" },
    ],
    ["/work/cats", { AWS_PROFILE: "savanna" }, { name: "cats", region: "af-south-1" }],
    ["/work/cats", { AWS_PROFILE: "odd" }, { name: "cats", region: "us-east-1" }],
  ])("in %s with %j", async (directory, environment, expected) => {
    const files = await profiles({ savanna: "af-south-1", odd: "The Moon" });
    const context = { io: { environment: { ...files, ...environment } }, local: false, directory };
    expect(await surroundingsOf(context)).toEqual(expected);
  });
});

describe("flags are refused that", () => {
  test.each([
    [
      "cannot be",
      { region: "Europe", name: "big cats" },
      /--region "Europe".*\n.*--name "big cats" cannot be used/,
    ],
    [
      "are of the other provider",
      { provider: "cognito", issuer: "https://a.example" },
      /--issuer does not go with --provider cognito/,
    ],
    [
      "contradict each other",
      { issuer: "https://a.example", userPool: "eu-west-1_a" },
      /--issuer does not go with --provider cognito/,
    ],
    [
      "name a pool of another region",
      { userPool: "us-east-1_a", region: "eu-west-1" },
      /begins with eu-west-1_/,
    ],
  ])("%s", (_, flags, message) => {
    expect(() => checkGiven(givenBy(flags), { region: "eu-west-1", name: "x" })).toThrow(message);
  });
});
