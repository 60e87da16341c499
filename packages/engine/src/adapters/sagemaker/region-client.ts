import type { SageMakerClient } from "@aws-sdk/client-sagemaker";
import type { MetadataBearer } from "@smithy/types";
import type { CallOptions } from "../../ports.ts";
import type { CorrectedClock } from "./corrected-clock.ts";
import { exchangeWith, type SagemakerCommand } from "./exchange.ts";
import { rateLimiter, type RetryOptions } from "./retried.ts";
import { runCall, type RunOptions } from "./run-call.ts";

/** SageMaker in one region. Calls are made with all their attempts, and reject as `runCall` says. */
export interface RegionClient {
  /** Makes a call that changes nothing. */
  read<Input extends object, Output extends MetadataBearer>(
    command: SagemakerCommand<Input, Output>,
    options?: CallOptions,
  ): Promise<Output>;
  /** Makes a call that changes something, and not again while it may have been carried out. The secret is kept out of errors. */
  write<Input extends object, Output extends MetadataBearer>(
    command: SagemakerCommand<Input, Output>,
    options?: CallOptions,
    secret?: string,
  ): Promise<Output>;
}

/** A region as a client's settings reach it, whatever region the client itself was made for. */
export function regionClient(
  settings: SageMakerClient,
  region: string,
  clock: CorrectedClock,
  retries: RetryOptions,
): RegionClient {
  const exchange = exchangeWith(settings, region, clock);
  const limiter = rateLimiter(retries);
  const optionsOf = async (options: CallOptions): Promise<RunOptions> => ({
    ...retries,
    ...options,
    limiter,
    maxAttempts: await settings.config.maxAttempts(),
  });
  return {
    read: async (command, options = {}) =>
      runCall({ command, region, mutating: false }, exchange, await optionsOf(options)),
    write: async (command, options = {}, secret) =>
      runCall({ command, region, mutating: true, secret }, exchange, await optionsOf(options)),
  };
}
