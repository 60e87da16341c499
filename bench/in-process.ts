import { Bench } from "tinybench";

const rounds = 4;

/** The median milliseconds of each, in this process and warm; in turns, so that whatever else the machine does meets all alike. */
export async function timeWarm(
  tasks: Readonly<Record<string, () => unknown>>,
  iterations = 5,
): Promise<ReadonlyMap<string, number>> {
  const samples = new Map<string, number[]>(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const bench = new Bench({ time: 0, iterations, warmup: false, retainSamples: true, throws: true });
    for (const [name, task] of Object.entries(tasks)) bench.add(name, async () => void (await task()));
    await bench.run();
    // The first round is for the compiler.
    if (round === 0) continue;
    for (const { name, result } of bench.tasks)
      if (result.state === "completed") samples.get(name)?.push(...(result.latency.samples ?? []));
  }
  return new Map([...samples].map(([name, all]) => [name, median(all)]));
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}
