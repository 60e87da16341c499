import type { Oidc } from "@wf/parser";
import { ProbeError } from "../probe-error.ts";
import { failed, type PreflightSubject, type Verdict } from "./check.ts";

/** The identity provider that a creation or an update sends, where it is an OIDC one. */
export function oidcOf({ workforce, creates, updatesOidc }: PreflightSubject): Oidc | undefined {
  const provider = workforce.identityProvider;
  return provider?.kind === "oidc" && (creates || updatesOidc) ? provider : undefined;
}

/** What the probe finds; an answer that is not what was asked for is a failed check, unless another says so: then without help. */
export async function answered<T>(
  asking: Promise<T>,
  about: string,
  help: string | undefined,
  judge: (answer: T) => Verdict,
): Promise<Verdict> {
  try {
    return judge(await asking);
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    if (error.reason === "wrong-answer" && help !== undefined)
      return failed(`${about}: ${error.message}.`, help);
    throw new ProbeError(error.reason, `${about}: ${error.message}`, { cause: error });
  }
}
