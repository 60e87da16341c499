export { startEmulator } from "./start-emulator.ts";
export type { Emulator, EmulatorOptions } from "./start-emulator.ts";
export { defaultAccount } from "./caller.ts";
export type { LoggedCall } from "./call-log.ts";
export type { Fault, FaultSeed } from "./faults.ts";
export type { EmulatorSeed, EmulatorState, RegionState } from "./state-schema.ts";
