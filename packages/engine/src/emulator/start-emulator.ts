import { once } from "node:events";
import type { LoggedCall } from "./call-log.ts";
import { createCloud } from "./cloud.ts";
import { dataFileWriter, readDataFile } from "./data-file.ts";
import type { FaultSeed } from "./faults.ts";
import { createEmulatorServer } from "./server.ts";
import type { EmulatorSeed, EmulatorState } from "./state-schema.ts";

/** What can be chosen about an emulator; nothing has to be. */
export interface EmulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The state to begin with; a data file that exists goes before it. */
  readonly state?: EmulatorSeed;
  /** JSON that is read at the start and follows every change. */
  readonly dataFile?: string;
  /** How long creating, deleting or changing the VPC of a VPC workforce takes. */
  readonly vpcDelayMilliseconds?: number;
  /** How long everything else takes; 0, the default, is Active at once. */
  readonly delayMilliseconds?: number;
  /** Every answer is later by this. */
  readonly latencyMilliseconds?: number;
  /** False: workforces take no tags, as in 2021. */
  readonly tagsSupported?: boolean;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** A running emulator. */
export interface Emulator {
  /** The endpoint to give to AWS's tools. */
  readonly url: string;
  readonly port: number;
  /** The calls so far, without secrets. */
  calls(): readonly LoggedCall[];
  /** Replaces the faults to come, and answers at once what a fault has delayed. */
  setFaults(faults: readonly FaultSeed[]): void;
  state(): EmulatorState;
  /** Replaces everything that the emulator holds. */
  setState(seed: EmulatorSeed): Promise<void>;
  /** Stops at once, open connections included. */
  close(): Promise<void>;
}

/**
 * Starts an AWS of its own on loopback, for its SageMaker workforce API.
 *
 * @example const emulator = await startEmulator({ dataFile: ".wf/local.json" })
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const {
    dataFile,
    vpcDelayMilliseconds = 1000,
    delayMilliseconds = 0,
    latencyMilliseconds = 0,
    tagsSupported = true,
    now = Date.now,
  } = options;
  const held = dataFile === undefined ? undefined : await readDataFile(dataFile);
  const settings = { vpcDelayMilliseconds, delayMilliseconds, tagsSupported };
  const cloud = createCloud(settings, now, held ?? options.state ?? {});
  const save =
    dataFile === undefined ? () => Promise.resolve() : dataFileWriter(dataFile, () => cloud.state());
  const server = createEmulatorServer(cloud, { latencyMilliseconds, save });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The emulator has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    calls: () => cloud.calls(),
    setFaults: (faults) => cloud.setFaults(faults),
    state: () => cloud.state(),
    async setState(seed) {
      cloud.setState(seed);
      await save();
    },
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
