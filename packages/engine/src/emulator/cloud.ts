import { type ApiError, apiError } from "./api-error.ts";
import type { CallContext, EmulatorSettings } from "./call-context.ts";
import { callLog, type LoggedCall, withoutSecrets } from "./call-log.ts";
import { type Fault, type FaultRule, faultRules, type FaultSeed, takeFault } from "./faults.ts";
import { faultError } from "./fault-error.ts";
import { isOperation, operations } from "./operations.ts";
import { type Outcome, refused } from "./outcome.ts";
import { emptyRegion, settle } from "./region-state.ts";
import { type EmulatorSeed, type EmulatorState, type RegionState, stateSchema } from "./state-schema.ts";

/** A request whose caller is known. */
export interface CloudCall {
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  readonly body: unknown;
}

/** What a call leads to on the wire. */
interface Reaction {
  readonly outcome: { readonly kind: "done"; readonly output: unknown } | Refusal;
  /** The socket is closed instead of answering. */
  readonly dropped: boolean;
  readonly delay: Delay | undefined;
  /** The state is another one than before the call. */
  readonly changed: boolean;
}

/** How much later a fault lets the answer come, or how soon that fault is taken back. */
interface Delay {
  readonly milliseconds: number;
  readonly lifted: AbortSignal;
}

type Refusal = { readonly kind: "refused"; readonly error: ApiError };

/** All accounts and regions of one emulator. */
export interface Cloud {
  call(call: CloudCall): Reaction;
  calls(): readonly LoggedCall[];
  setFaults(faults: readonly FaultSeed[]): void;
  state(): EmulatorState;
  setState(seed: EmulatorSeed): void;
}

/** An AWS of its own, with nothing on the wire: pure operations over regions held in a map. */
export function createCloud(settings: EmulatorSettings, now: () => number, seed: EmulatorSeed): Cloud {
  const log = callLog();
  let regions = readRegions(seed);
  let rules: readonly FaultRule[] = [];
  let lifting = new AbortController();
  return {
    call(call) {
      const place = `${call.account}/${call.region}`;
      const before = regions.get(place) ?? emptyRegion;
      const taken = takeFault(rules, call);
      rules = taken.rules;
      const { fault } = taken;
      const outcome = run(call, before, fault, settings, now());
      const after = outcome.kind === "done" ? outcome.region : before;
      regions.set(place, after);
      const error = faultError(fault, call.operation, call.account);
      const answered = error === undefined ? outcome : refused(error);
      log.note(logged(call, answered, fault));
      return {
        outcome: answered,
        dropped: fault?.kind === "drop-before" || fault?.kind === "drop-after",
        delay:
          fault?.kind === "delay" ? { milliseconds: fault.milliseconds, lifted: lifting.signal } : undefined,
        changed: after !== before,
      };
    },
    calls: () => log.calls(),
    setFaults(faults) {
      rules = faultRules.parse(faults);
      lifting.abort();
      lifting = new AbortController();
    },
    state() {
      const settled = Array.from(regions, ([place, region]) => [place, settle(region, now())] as const);
      return { version: 1, regions: Object.fromEntries(settled) };
    },
    setState(seed) {
      regions = readRegions(seed);
    },
  };
}

function readRegions(seed: EmulatorSeed): Map<string, RegionState> {
  return new Map(Object.entries(stateSchema.parse(seed).regions));
}

function run(
  { operation, account, region, body }: CloudCall,
  state: RegionState,
  fault: Fault | undefined,
  settings: EmulatorSettings,
  now: number,
): Outcome<unknown> {
  if (!isOperation(operation)) {
    return refused(apiError("UnknownOperationException", `The operation ${operation} is not emulated`));
  }
  const carriedOut = fault?.kind !== "server-error" || fault.carriedOut;
  const error =
    carriedOut && fault?.kind === "server-error" ? undefined : faultError(fault, operation, account);
  if (error !== undefined) return refused(error);
  if (fault?.kind === "drop-before") return { kind: "done", region: state, output: {} };
  const context: CallContext = {
    account,
    region,
    now,
    settings,
    failLater: fault?.kind === "fail-later" ? fault.reason : undefined,
    deleteUnsuccessful: fault?.kind === "delete-unsuccessful",
  };
  return operations[operation](state, body, context);
}

function logged(
  { operation, account, region, body }: CloudCall,
  outcome: Reaction["outcome"],
  fault: Fault | undefined,
): LoggedCall {
  return {
    operation,
    account,
    region,
    input: withoutSecrets(body),
    status: outcome.kind === "done" ? 200 : outcome.error.status,
    ...(outcome.kind === "done" ? {} : { errorType: outcome.error.type }),
    ...(fault === undefined ? {} : { fault: fault.kind }),
  };
}
