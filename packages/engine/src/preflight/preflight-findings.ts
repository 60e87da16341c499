import { assertNever } from "@wf/parser";
import { ended } from "../ended.ts";
import type { Note, Refusal } from "../plan-model.ts";
import type { PreflightResult } from "./run-preflight.ts";

/**
 * What a plan says of the checks: a failed one refuses it, and one that could not be made is a warning. That a region on
 * this machine has no surroundings is said once, and only where something is at stake.
 */
export function preflightFindings(
  results: readonly PreflightResult[],
  deletes: boolean,
): {
  readonly refusals: readonly Refusal[];
  readonly notes: readonly Note[];
} {
  const refusals: Refusal[] = [];
  const notes: Note[] = [];
  let local = false;
  for (const result of results) {
    switch (result.outcome) {
      case "passed":
        break;
      case "failed":
        refusals.push({
          code: "preflight-failed",
          message: `Preflight check ${result.check} failed. ${result.message}`,
          help: `${result.help} To plan without it: --skip-preflight ${result.check}.`,
        });
        break;
      case "not-made":
        if (result.local) local = true;
        else notes.push({ severity: "warning", message: couldNotBeMade(result) });
        break;
      default:
        assertNever(result);
    }
  }
  if (local && deletes) {
    notes.push({
      severity: "info",
      message: "Preflight checks were not made: the region is on this machine, and what surrounds it is not.",
    });
  }
  return { refusals, notes };
}

/** The same results where every check must be made: what could not be is as bad as what failed. */
export function strictly(results: readonly PreflightResult[]): readonly PreflightResult[] {
  return results.map((result) =>
    result.outcome === "not-made"
      ? {
          outcome: "failed",
          check: result.check,
          message: `It could not be made, and --strict-preflight asks for every check. ${sentence(result.why)} It would have checked ${result.asks}.`,
          help: "Make it possible, or plan without --strict-preflight.",
        }
      : result,
  );
}

function couldNotBeMade({
  check,
  why,
  asks,
}: Extract<PreflightResult, { readonly outcome: "not-made" }>): string {
  return `Preflight check ${check} could not be made. ${sentence(why)} It would have checked ${asks}.`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${ended(text.slice(1))}`;
}
