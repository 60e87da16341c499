import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";

/** A command to time, as a whole process. */
export interface Contestant {
  readonly name: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Median wall-clock milliseconds of each, run in turns so that whatever else the machine does meets all alike. */
export async function timeInTurns(
  contestants: readonly Contestant[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = -2; round < rounds; round += 1) {
    for (const contestant of contestants) {
      const time = await timeOnce(contestant);
      // The first rounds warm the file caches.
      if (round >= 0) times.get(contestant.name)?.push(time);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

async function timeOnce({ name, args, environment }: Contestant): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  if (code !== 0) throw new Error(`${name} ended with exit code ${code}`);
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
