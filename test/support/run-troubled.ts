import { type Run, type RunOptions, startWf, type StartedRun } from "./run-wf.ts";
import { type Trouble, troubleProxy } from "./trouble-proxy.ts";

/** A run with something going wrong between it and the emulator, and the mutating calls that it made. */
export async function runTroubled(
  args: readonly string[],
  trouble: Trouble | undefined,
  options: RunOptions & { readonly endpoint: string },
): Promise<{ readonly run: Run; readonly calls: readonly string[] }> {
  const started: StartedRun[] = [];
  const proxy = await troubleProxy(options.endpoint, trouble, () => {
    for (const run of started) run.kill();
  });
  try {
    const running = startWf(args, { ...options, endpoint: proxy.url });
    started.push(running);
    return { run: await running.ended, calls: [...proxy.calls()] };
  } finally {
    await proxy.close();
  }
}
