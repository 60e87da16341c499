import { RemoteError, type Target } from "@wf/engine";
import {
  isWhollyKnown,
  type LiveAttributes,
  type Output,
  type ReadConfiguration,
  type Workforce,
} from "@wf/parser";
import pMap from "p-map";
import type { Connection } from "./connect.ts";
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

const concurrency = 16;

/** Reads the live workforces that the configuration names, and evaluates its outputs; changes nothing. */
export async function readLiveOutputs(read: ReadConfiguration, connection: Connection): Promise<LiveOutputs> {
  const workforces = read.known?.workforces ?? [];
  const reasons: string[] = [];
  const failures: ReadFailure[] = [];
  const checked = new Map<string | undefined, Promise<void>>();
  const live = new Map<string, LiveAttributes>();
  await pMap(
    workforces,
    async (workforce) => {
      const target: Target = { account: workforce.account, region: workforce.region };
      const check = checked.get(target.account) ?? connection.checkAccount(target);
      checked.set(target.account, check);
      try {
        await check;
        const found = await attributesOf(workforce, target, connection);
        if (typeof found === "string") reasons.push(found);
        else live.set(workforce.address, found);
      } catch (error) {
        if (!(error instanceof RemoteError)) throw error;
        failures.push({ target, error });
      }
    },
    { concurrency },
  );
  const missing = read.variables.filter(({ value }) => !value.extent.known).map(({ name }) => name);
  // A secret that is not given stands in nothing's way: variables are the reason only where there is no other.
  if (missing.length > 0 && reasons.length === 0) {
    const names = missing.map((name) => `WF_VAR_${name}`).join(", ");
    reasons.push(`Variables have no value: give them as ${names} in the environment, or with --var.`);
  }
  const outputs = read.outputs.map((declaration): LiveOutput => {
    const { value } = declaration.evaluate(live);
    return { ...value, known: isWhollyKnown(value.value) };
  });
  return { outputs, reasons: reasons.toSorted(), failures };
}

/** What AWS decided about the workforce, or why there is nothing to say. */
async function attributesOf(
  { address, name }: Workforce,
  target: Target,
  connection: Connection,
): Promise<LiveAttributes | string> {
  const { workforce } = await connection.regionOf(target).read();
  if (workforce?.name === name) return { arn: workforce.arn, subDomain: workforce.subDomain };
  const found = workforce === undefined ? "there is none" : `there is ${JSON.stringify(workforce.name)}`;
  return `${address} is not in ${target.region} yet, where ${found}: run wf apply.`;
}
