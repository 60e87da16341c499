import { type Context, shownPath } from "./context.ts";
import type { PlanRequest } from "./make-plan.ts";
import type { ApplyHint } from "./render/plan-markdown.ts";

/** How to apply a plan that was saved: as it is. */
export function savedPlanHint(context: Context, file: string, sensitive: readonly string[]): ApplyHint {
  return { command: [...baseCommand(context), "apply", file], exact: true, variables: sensitive };
}

/** How to apply a plan that was not saved: by asking for the same again; values of variables are not repeated. */
export function newPlanHint(context: Context, request: PlanRequest, variables: readonly string[]): ApplyHint {
  return { command: commandAgain(context, request), exact: false, variables };
}

/** The command that asks for the same again. */
export function commandAgain(context: Context, request: PlanRequest): readonly string[] {
  return [...baseCommand(context), request.destroy ? "destroy" : "apply", ...planningOptions(request)];
}

/** The command that rolls the newest unfinished run back. */
export function rollbackCommand(context: Context): readonly string[] {
  return [...baseCommand(context), "recover", "--rollback"];
}

/** The options that say what was asked of a plan beyond the configuration. */
export function planningOptions(request: PlanRequest): readonly string[] {
  return [
    ...request.targets.flatMap((address) => ["--target", address]),
    ...request.replace.flatMap((address) => ["--replace", address]),
    ...request.rewriteSecret.flatMap((address) => ["--rewrite-secret", address]),
    ...(request.takeOver ? ["--take-over"] : []),
    ...(request.carryTeams ? ["--carry-teams"] : []),
    ...request.skipPreflight.flatMap((check) => ["--skip-preflight", check]),
    ...(request.strictPreflight ? ["--strict-preflight"] : []),
    ...(request.allowPrivateIdp ? ["--allow-private-idp"] : []),
    ...(request.allRegions ? ["--all-regions"] : []),
  ];
}

/** The program with the options that every command takes. */
export function baseCommand(context: Context): readonly string[] {
  const directory = shownPath(context, context.directory);
  return ["wf", ...(directory === "." ? [] : ["-C", directory]), ...(context.local ? ["--local"] : [])];
}
