import { assertNever } from "@wf/parser";
import pMap from "p-map";
import type { Probes } from "../ports.ts";
import { ProbeError } from "../probe-error.ts";
import { sensitiveTexts, withoutTexts } from "../sensitive-texts.ts";
import type { PreflightCheck, PreflightSubject, Verdict } from "./check.ts";
import { type PreflightName, preflightChecks } from "./preflight-checks.ts";

/** What came of one check. */
export type PreflightResult =
  | { readonly outcome: "passed"; readonly check: PreflightName }
  | {
      readonly outcome: "failed";
      readonly check: PreflightName;
      readonly message: string;
      readonly help: string;
    }
  | {
      readonly outcome: "not-made";
      readonly check: PreflightName;
      readonly why: string;
      /** The end of "It would have checked …". */
      readonly asks: string;
      /** Nobody expects it to be made: the region is on this machine. */
      readonly local: boolean;
    };

export interface PreflightOptions {
  /** Checks that are left out. */
  readonly skip: ReadonlySet<string>;
  /** How many checks are made at once. */
  readonly concurrency: number;
}

/** A workforce to check, and whom to ask. */
export interface PreflightRequest {
  readonly subject: PreflightSubject;
  readonly probes: Probes;
}

/** Makes every check that a request gives rise to, side by side; gives the results of each request, in the checks' order. */
export async function runPreflight(
  requests: readonly PreflightRequest[],
  options: PreflightOptions,
): Promise<readonly (readonly PreflightResult[])[]> {
  const made = requests.flatMap((request) =>
    checksFor(request.subject)
      .filter((name) => !options.skip.has(name))
      .map((name) => ({ request, name })),
  );
  const results = await pMap(
    made,
    async ({ request, name }) => ({ request, result: await makeCheck(name, request) }),
    { concurrency: options.concurrency },
  );
  const byRequest = Map.groupBy(results, ({ request }) => request);
  return requests.map((request) => (byRequest.get(request) ?? []).map(({ result }) => result));
}

/** The checks that a workforce gives rise to, in their order. */
export function checksFor(subject: PreflightSubject): readonly PreflightName[] {
  return names.filter((name) => checkNamed(name).applies(subject));
}

const names: readonly PreflightName[] = Object.keys(preflightChecks).filter(isPreflightName);

function checkNamed(name: PreflightName): PreflightCheck {
  return preflightChecks[name];
}

/** Whether there is a check of this name. */
function isPreflightName(name: string): name is PreflightName {
  return Object.hasOwn(preflightChecks, name);
}

/** Makes one check. */
export async function makeCheck(
  check: PreflightName,
  { subject, probes }: PreflightRequest,
): Promise<PreflightResult> {
  const { asks, make: judge } = checkNamed(check);
  // AWS's own texts echo what they were asked for.
  const clean = (text: string): string => withoutTexts(text, sensitiveTexts(subject.workforce));
  const verdict = await judge(subject, probes).catch(notMade);
  switch (verdict.outcome) {
    case "passed":
      return { outcome: "passed", check };
    case "failed":
      return { outcome: "failed", check, message: clean(verdict.message), help: verdict.help };
    case "not-made":
      return { outcome: "not-made", check, why: clean(verdict.why), asks, local: "local" in verdict };
    default:
      return assertNever(verdict);
  }
}

function notMade(error: unknown): Verdict & { readonly local?: true } {
  if (!(error instanceof ProbeError)) throw error;
  return {
    outcome: "not-made",
    why: error.message,
    ...(error.reason === "local" ? { local: true } : {}),
  };
}
