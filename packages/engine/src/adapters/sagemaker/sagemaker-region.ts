import type { Region } from "../../ports.ts";
import { sagemakerAccount, type SagemakerAccountOptions } from "./sagemaker-account.ts";

/** Which region, beside who calls it. */
export interface SagemakerRegionOptions extends SagemakerAccountOptions {
  readonly region: string;
}

/**
 * One region on its own; where there are several, `sagemakerAccount` shares credentials and connections among them.
 *
 * @example sagemakerRegion({ region: "eu-west-1", endpoint: emulator.url })
 */
export function sagemakerRegion(options: SagemakerRegionOptions): Region {
  return sagemakerAccount(options).region(options.region);
}
