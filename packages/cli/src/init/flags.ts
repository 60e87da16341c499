import { UserError } from "../user-error.ts";
import type { Answers, FieldId } from "./answers.ts";
import { checkAnswer } from "./check-answer.ts";
import { completed, fieldsFor, type Surroundings } from "./fields.ts";

/** What the command line says of the questions. */
export interface InitFlags {
  readonly provider?: string | undefined;
  readonly region?: string | undefined;
  readonly name?: string | undefined;
  readonly group?: readonly string[] | undefined;
  readonly issuer?: string | undefined;
  readonly clientId?: string | undefined;
  readonly userPool?: string | undefined;
}

/** The answers that flags give. */
export function givenBy(flags: InitFlags): Answers {
  const { provider, region, name, group, issuer, clientId, userPool } = flags;
  const kind = provider ?? (userPool !== undefined ? "cognito" : issuer !== undefined ? "oidc" : undefined);
  const texts: Readonly<Record<FieldId, string | undefined>> = {
    provider: kind,
    region,
    name,
    issuer,
    "client-id": clientId,
    "user-pool": userPool,
    group: group?.join(" "),
  };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

/** Refuses flags that do not go together or cannot be, all at once. */
export function checkGiven(given: Answers, surroundings: Surroundings): void {
  const all = completed(given, surroundings);
  const asked = fieldsFor(all, surroundings).map(({ id }) => id);
  const foreign = (["issuer", "user-pool"] as const).filter(
    (id) => given[id] !== undefined && !asked.includes(id),
  );
  if (foreign.length > 0) {
    throw new UserError(
      `--${foreign.join(" and --")} does not go with --provider ${all.provider ?? ""}.`,
      "--issuer is for oidc, --user-pool for cognito.",
    );
  }
  const problems = asked.flatMap((id) => {
    const text = given[id];
    const { problem } = text === undefined ? {} : checkAnswer(id, text, all);
    return problem === undefined ? [] : [`--${id} ${JSON.stringify(text)} cannot be used. ${problem}`];
  });
  if (problems.length > 0)
    throw new UserError(problems.join("\n"), "Correct it, or leave it out for the default.");
}
