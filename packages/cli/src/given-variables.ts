import { type Configuration, toPlain, type VariableValue } from "@wf/parser";

/** The values that were given to variables, by whether a saved plan may hold them. */
export interface GivenVariables {
  readonly open: readonly VariableValue[];
  /** Sensitive, or with a client secret in it, whatever its declaration says. */
  readonly hidden: readonly VariableValue[];
}

/** What was given from outside; defaults are the configuration's own. */
export function givenVariables(
  variables: readonly VariableValue[],
  { workforces }: Configuration,
): GivenVariables {
  const secrets = workforces.flatMap(({ identityProvider: provider }) =>
    provider?.kind === "oidc" ? [JSON.stringify(provider.clientSecret.reveal()).slice(1, -1)] : [],
  );
  const isHidden = ({ sensitive, value }: VariableValue): boolean =>
    sensitive || secrets.some((secret) => secret !== "" && JSON.stringify(toPlain(value)).includes(secret));
  const given = variables.filter((variable) => variable.given);
  return { open: given.filter((each) => !isHidden(each)), hidden: given.filter(isHidden) };
}
