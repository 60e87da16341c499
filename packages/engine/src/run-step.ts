import type { Secret } from "@wf/parser";
import type { ApiCall } from "./api-call.ts";
import { isCarriedOut } from "./is-carried-out.ts";
import type { CallStep, Step, TargetPlan, WaitStep } from "./plan-model.ts";
import type { Clock, Region, Retry, WorkforceState } from "./ports.ts";
import { RemoteError, type RemoteReason } from "./remote-error.ts";
import { StepFailure } from "./step-failure.ts";
import { pauseAfter } from "./wait-until-settled.ts";

export interface StepContext {
  readonly stack: string;
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
      if (await carriedOut(step.call, context, listeners)) return;
      throw new StepFailure(
        "refused-by-aws",
        `${call.operation} was answered with Success: false, and nothing changed.`,
      );
    } catch (error) {
      if (!(error instanceof RemoteError) || !(mayHaveHappened(error) || send > 1)) throw error;
      if (await carriedOut(step.call, context, listeners).catch(insteadOf(error))) return;
      if (error.reason !== "outcome-unknown" || send === maximumSends) throw error;
      context.signal.throwIfAborted();
      listeners.onRetry({
        attempt: send,
        reason: "the answer was lost, and the region shows no change",
        delayMilliseconds: 0,
      });
    }
  }
}

/** No answer came, or one that AWS itself gives without knowing. */
function mayHaveHappened({ reason }: RemoteError): boolean {
  return reason === "outcome-unknown" || reason === "server-error";
}

/** Where the region cannot be read either, what failed is the call: nobody knows what became of it. */
function insteadOf(failure: RemoteError): (reading: unknown) => never {
  return (reading) => {
    throw reading instanceof RemoteError ? failure : reading;
  };
}

async function carriedOut(
  call: ApiCall,
  { plan, region }: StepContext,
  { onRetry }: StepListeners,
): Promise<boolean> {
  return isCarriedOut(call, await region.read({ onRetry }), plan);
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

async function waitFor(
  step: WaitStep,
  context: StepContext,
  listeners: StepListeners,
): Promise<WorkforceState | undefined> {
  const { clock, signal } = context;
  const started = clock.now();
  for (let pause = pauseAfter(undefined), attempt = 1; ; pause = pauseAfter(pause), attempt += 1) {
    const look = await lookAt(step, context, listeners);
    const late = clock.now() + pause > started + step.timeoutMilliseconds;
    if ("error" in look) {
      if (late) throw look.error;
      listeners.onRetry({ attempt, reason: look.error.message, delayMilliseconds: pause });
    } else {
      if (isReached(step, look.state)) return look.state;
      const status = look.state?.status ?? "not found";
      if (late) throw timedOut(step, status);
      await listeners.onWaiting(status);
    }
    await clock.sleep(pause, signal);
  }
}

type Look = { readonly state: WorkforceState | undefined } | { readonly error: RemoteError };

/** How the workforce is, or what kept us from seeing it for a moment. */
async function lookAt(
  step: WaitStep,
  { region, signal }: StepContext,
  { onRetry }: StepListeners,
): Promise<Look> {
  try {
    return { state: await region.describe(step.workforceName, { signal, onRetry }) };
  } catch (error) {
    if (error instanceof RemoteError && passing.has(error.reason)) return { error };
    throw error;
  }
}

/** What may be over at the next look. */
const passing: ReadonlySet<RemoteReason> = new Set(["throttled", "server-error", "endpoint-unreachable"]);

function timedOut(step: WaitStep, status: string): StepFailure {
  const time = duration(step.timeoutMilliseconds);
  return new StepFailure("timed-out", `Workforce "${step.workforceName}" is still ${status} after ${time}.`);
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

function isReached(step: WaitStep, state: WorkforceState | undefined): boolean {
  if (step.until === "gone" && state === undefined) return true;
  if (state?.status === "Failed") {
    const reason = state.failureReason === undefined ? "AWS gives no reason." : state.failureReason;
    throw new StepFailure("workforce-failed", `Workforce "${step.workforceName}" is Failed: ${reason}`);
  }
  return step.until === "active" && state?.status === "Active";
}
