import path from "node:path";
import { fits } from "@wf/parser";
import { defaultRegion, type Whereabouts } from "../default-region.ts";
import type { Answers, FieldId } from "./answers.ts";
import { checkAnswer } from "./check-answer.ts";
import { schemaAt } from "./schema-at.ts";

/** Where `wf init` runs, as far as its defaults depend on it. */
export interface Surroundings {
  readonly region: string;
  readonly name: string;
}

/** One thing to ask for. */
export interface Field {
  readonly id: FieldId;
  /** A word or two. */
  readonly label: string;
  /** What it is, where a newcomer would ask. */
  readonly help: string;
  /** What it may be, where it is not free text: each with what it stands for. */
  readonly choices: readonly Choice[];
  /** What an empty answer stands for. */
  readonly fallback: (answers: Answers) => string;
}

/** One of a few possible answers. */
interface Choice {
  readonly value: string;
  readonly means: string;
}

/** An issuer of nobody's: the file then has example addresses to be replaced. */
export const exampleIssuer = "https://idp.example.com";

const providers: readonly Choice[] = [
  { value: "oidc", means: "your own OpenID Connect provider, such as Okta, Entra ID or Keycloak" },
  { value: "cognito", means: "an Amazon Cognito user pool" },
];

/** What is asked for, in this order; which identity provider decides about the rest. */
export function fieldsFor(answers: Answers, { region, name }: Surroundings): readonly Field[] {
  const provider = text("provider", "Identity provider", "Where workers sign in.", "oidc", providers);
  const common = [
    text("region", "Region", "The AWS region of the workforce; there is one in each region at most.", region),
    text("name", "Name", "Of the workforce, and of the stack that owns it.", name),
  ];
  const oidc = [
    text("issuer", "Issuer", "The provider's address, exactly as its tokens name it.", exampleIssuer),
    text(
      "client-id",
      "Client id",
      "Of the client made for SageMaker; its secret is never written down.",
      "sagemaker",
    ),
  ];
  const cognito = [
    {
      ...text("user-pool", "User pool", "Its id begins with its region.", ""),
      fallback: (given: Answers) => `${given.region ?? region}_Example01`,
    },
    text("client-id", "Client id", "Of an app client of the pool that has a secret.", "1example23456789"),
  ];
  const groups = text(
    "group",
    "Groups",
    "Whose members are the first work team; spaces between them.",
    "labelers",
  );
  return [provider, ...common, ...(providerOf(answers) === "cognito" ? cognito : oidc), groups];
}

/** The provider's kind; what only one kind has decides where it was not said. */
function providerOf(answers: Answers): "oidc" | "cognito" {
  const said = answers.provider ?? (answers["user-pool"] === undefined ? "oidc" : "cognito");
  return said === "cognito" ? "cognito" : "oidc";
}

/** Every answer, those not given by their defaults. */
export function completed(answers: Answers, surroundings: Surroundings): Answers {
  const known = { ...answers, provider: providerOf(answers) };
  return fieldsFor(known, surroundings).reduce<Answers>(
    (all, field) => ({ ...all, [field.id]: all[field.id] ?? field.fallback(all) }),
    known,
  );
}

/** What the environment, the profile and the directory suggest. */
export async function surroundingsOf(
  context: Whereabouts & { readonly directory: string },
): Promise<Surroundings> {
  return {
    region: (await defaultRegion(context, undefined, isRegion)) ?? "us-east-1",
    name: directoryName(context.directory),
  };
}

function isRegion(text: string): boolean {
  return checkAnswer("region", text, {}).problem === undefined;
}

/** A directory's name with what a workforce's name may not have made hyphens. */
export function directoryName(directory: string): string {
  const constraint = schemaAt("workforce").attributes["name"]?.text;
  const name = path
    .basename(directory)
    .replaceAll(/[^a-zA-Z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return constraint !== undefined && fits(name, constraint) ? name : "labeling";
}

function text(
  id: FieldId,
  label: string,
  help: string,
  fallback: string,
  choices: readonly Choice[] = [],
): Field {
  return { id, label, help, choices, fallback: () => fallback };
}
