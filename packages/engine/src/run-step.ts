import type { Secret } from "@wf/parser";
import type { ApiCall } from "./api-call.ts";
import type { Failure } from "./events.ts";
import { isCarriedOut } from "./is-carried-out.ts";
import type { CallStep, Step, TargetPlan, WaitStep } from "./plan-model.ts";
import type { Clock, Region, Retry, WorkforceState } from "./ports.ts";
import { RemoteError } from "./remote-error.ts";

/** A step could not be carried out although every call was answered. */
export class StepFailure extends Error {
  override readonly name = "StepFailure";
  readonly reason: Failure["reason"];

  constructor(reason: Failure["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface StepContext {
  readonly plan: TargetPlan;
  readonly region: Region;
  readonly secret: Secret | undefined;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface StepListeners {
  readonly onRetry: (retry: Retry) => void;
  readonly onWaiting: (status: string) => Promise<void>;
}

/** Carries one step out; a wait resolves to the state it waited for. Rejects with `RemoteError` or `StepFailure`. */
export async function runStep(
  step: Step,
  context: StepContext,
  listeners: StepListeners,
): Promise<WorkforceState | undefined> {
  if (step.kind === "wait") return waitFor(step, context, listeners);
  await sendSettled(step, context, listeners);
  return undefined;
}

/** How often a call may be sent whose answer was lost and which the region shows was not carried out. */
const maximumSends = 3;

/** A call without an answer is settled by reading the region: it is sent again only where it was not carried out. */
async function sendSettled(step: CallStep, context: StepContext, listeners: StepListeners): Promise<void> {
  const call = step.needsSecret ? withSecret(step.call, context.secret) : step.call;
  for (let send = 1; ; send += 1) {
    try {
      const result = await context.region.send(call, { onRetry: listeners.onRetry });
      if (result.success !== false) return;
      if (await carriedOut(step.call, context)) return;
      throw new StepFailure(
        "refused-by-aws",
        `${call.operation} was answered with Success: false, and nothing changed.`,
      );
    } catch (error) {
      const unsettled = error instanceof RemoteError && (error.reason === "outcome-unknown" || send > 1);
      if (!unsettled || !(error instanceof RemoteError)) throw error;
      if (await carriedOut(step.call, context)) return;
      if (error.reason !== "outcome-unknown" || send === maximumSends) throw error;
      listeners.onRetry({
        attempt: send,
        reason: "the answer was lost, and the region shows no change",
        delayMilliseconds: 0,
      });
    }
  }
}

async function carriedOut(call: ApiCall, context: StepContext): Promise<boolean> {
  return isCarriedOut(call, await context.region.read(), context.plan);
}

/** The secret goes in at the last moment, so that no plan, journal or event ever holds it. */
function withSecret(call: ApiCall, secret: Secret | undefined): ApiCall {
  if (secret === undefined)
    throw new StepFailure("invalid", `${call.operation} needs the OIDC client secret.`);
  if (call.operation === "CreateWorkforce" && call.input.OidcConfig !== undefined) {
    return {
      ...call,
      input: { ...call.input, OidcConfig: { ...call.input.OidcConfig, ClientSecret: secret.reveal() } },
    };
  }
  if (call.operation === "UpdateWorkforce" && call.input.OidcConfig !== undefined) {
    return {
      ...call,
      input: { ...call.input, OidcConfig: { ...call.input.OidcConfig, ClientSecret: secret.reveal() } },
    };
  }
  return call;
}

const firstPause = 250;
const longestPause = 10_000;

async function waitFor(
  step: WaitStep,
  context: StepContext,
  listeners: StepListeners,
): Promise<WorkforceState | undefined> {
  const { clock, region, signal } = context;
  const deadline = clock.now() + step.timeoutMilliseconds;
  for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
    const state = await region.describe(step.workforceName, signal);
    if (isReached(step, state)) return state;
    const status = state?.status ?? "not found";
    if (clock.now() + pause > deadline) {
      const minutes = Math.round(step.timeoutMilliseconds / 60_000);
      throw new StepFailure(
        "timed-out",
        `Workforce "${step.workforceName}" is still ${status} after ${minutes} min.`,
      );
    }
    await listeners.onWaiting(status);
    await clock.sleep(pause, signal);
  }
}

function isReached(step: WaitStep, state: WorkforceState | undefined): boolean {
  if (step.until === "gone" && state === undefined) return true;
  if (state?.status === "Failed") {
    const reason = state.failureReason === undefined ? "AWS gives no reason." : state.failureReason;
    throw new StepFailure("workforce-failed", `Workforce "${step.workforceName}" is Failed: ${reason}`);
  }
  return step.until === "active" && state?.status === "Active";
}
