import { apiOperations } from "./api-model.ts";
import type { CallContext } from "./call-context.ts";
import { type Outcome, refused } from "./outcome.ts";
import { readInput } from "./read-input.ts";
import { settle } from "./region-state.ts";
import type { RegionState } from "./state-schema.ts";
import type { ValueOf } from "./value-of.ts";

/** The name of an operation that the emulator knows. */
export type OperationName = keyof typeof apiOperations;

/** An operation: pure, from a region and a call's body to the region afterwards and the answer. */
export type RunOperation = (region: RegionState, body: unknown, context: CallContext) => Outcome<unknown>;

type Input<Name extends OperationName> = ValueOf<(typeof apiOperations)[Name]["input"]>;
type Output<Name extends OperationName> = ValueOf<(typeof apiOperations)[Name]["output"]>;

/** Makes an operation of what is particular to it: the input is checked and the region is as of now. */
export function operation<Name extends OperationName>(
  name: Name,
  handle: (region: RegionState, input: Input<Name>, context: CallContext) => Outcome<Output<Name>>,
): RunOperation {
  const shape: (typeof apiOperations)[Name]["input"] = apiOperations[name].input;
  return (region, body, context) => {
    const reading = readInput(shape, body);
    if (reading.kind === "refused") return refused(reading.error);
    return handle(settle(region, context.now), reading.value, context);
  };
}
