import { type LiveRegion, RemoteError, type Target } from "@wf/engine";
import {
  isWhollyKnown,
  type LiveAttributes,
  type Output,
  type OutputDeclaration,
  type VariableValue,
  type Workforce,
} from "@wf/parser";
import pMap from "p-map";
import type { ReadFailure } from "./reading-event.ts";

/** The outputs as they are now. */
export interface LiveOutputs {
  readonly outputs: readonly LiveOutput[];
  /** Why values may not be known, as sentences. */
  readonly reasons: readonly string[];
  readonly failures: readonly ReadFailure[];
}

/** An output and whether all of its value is known. */
export interface LiveOutput extends Output {
  readonly known: boolean;
}

/** What outputs are made of. */
export interface OutputSources {
  readonly workforces: readonly Workforce[];
  readonly outputs: readonly OutputDeclaration[];
  readonly variables: readonly VariableValue[];
}

/** Reads the live workforces of a configuration, and evaluates its outputs. A `RemoteError` of `read` is a failure of its target. */
export async function readLiveOutputs(
  { workforces, outputs, variables }: OutputSources,
  read: (target: Target) => Promise<LiveRegion>,
  parallelism: number,
): Promise<LiveOutputs> {
  const reasons: string[] = [];
  const failures: ReadFailure[] = [];
  const live = new Map<string, LiveAttributes>();
  await pMap(
    workforces,
    async (workforce) => {
      const target: Target = { account: workforce.account, region: workforce.region };
      try {
        const found = attributesOf(workforce, await read(target));
        if (typeof found === "string") reasons.push(found);
        else live.set(workforce.address, found);
      } catch (error) {
        if (!(error instanceof RemoteError)) throw error;
        failures.push({ target, error });
      }
    },
    { concurrency: parallelism },
  );
  const missing = variables.filter(({ value }) => !value.extent.known).map(({ name }) => name);
  // A secret that is not given stands in nothing's way: variables are the reason only where there is no other.
  if (missing.length > 0 && reasons.length === 0) {
    const names = missing.map((name) => `WF_VAR_${name}`).join(", ");
    reasons.push(`Variables have no value: give them as ${names} in the environment, or with --var.`);
  }
  const values = outputs.map((declaration): LiveOutput => {
    const { value } = declaration.evaluate(live);
    return { ...value, known: isWhollyKnown(value.value) };
  });
  return { outputs: values, reasons: reasons.toSorted(), failures };
}

/** What AWS decided about the workforce, or why there is nothing to say. */
function attributesOf(
  { address, manage, name, region }: Workforce,
  { workforce }: LiveRegion,
): LiveAttributes | string {
  if (workforce !== undefined && (workforce.name === name || manage === "teams"))
    return { arn: workforce.arn, subDomain: workforce.subDomain };
  const found = workforce === undefined ? "there is none" : `there is ${JSON.stringify(workforce.name)}`;
  return `${address} is not in ${region} yet, where ${found}: run wf apply.`;
}
