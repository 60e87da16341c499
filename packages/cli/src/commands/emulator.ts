import path from "node:path";
import { once } from "node:events";
import { startEmulator } from "@wf/engine/emulator";
import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { UserError } from "../user-error.ts";

export interface EmulatorCommandOptions {
  readonly port: number;
  readonly data?: string | undefined;
  readonly vpcDelay: number;
  readonly latency: number;
}

/** Runs the emulator until it is interrupted. */
export async function emulator(context: Context, options: EmulatorCommandOptions): Promise<ExitCode> {
  const { io } = context;
  const running = await start(context, options);
  io.stdout.write(
    [
      `SageMaker's workforce API, on this machine: ${running.url}`,
      "",
      "To use it, in another shell:",
      `  export AWS_ENDPOINT_URL_SAGEMAKER=${running.url}`,
      "  export AWS_ACCESS_KEY_ID=123456789012 AWS_SECRET_ACCESS_KEY=local AWS_REGION=eu-west-1",
      "",
      "Ctrl-C stops it.",
      "",
    ].join("\n"),
  );
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await running.close();
  return exitCode.fine;
}

async function start(
  context: Context,
  options: EmulatorCommandOptions,
): Promise<Awaited<ReturnType<typeof startEmulator>>> {
  const dataFile =
    options.data === undefined ? {} : { dataFile: path.resolve(context.io.workingDirectory, options.data) };
  try {
    return await startEmulator({
      port: options.port,
      vpcDelayMilliseconds: options.vpcDelay,
      latencyMilliseconds: options.latency,
      ...dataFile,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `The emulator cannot start: ${message}`,
      "Choose another --port, or another --data file.",
      {
        cause: error,
      },
    );
  }
}
