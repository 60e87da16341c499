import type { Cognito } from "@wf/parser";
import type { PreflightSubject } from "./check.ts";

/** The identity provider that a creation sends, where it is a Cognito one; updates never carry it. */
export function cognitoOf({ workforce, creates }: PreflightSubject): Cognito | undefined {
  const provider = workforce.identityProvider;
  return provider?.kind === "cognito" && creates ? provider : undefined;
}
