import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";

/** A command to measure, as a whole process: of Node unless it says otherwise. */
export interface Contestant {
  readonly name: string;
  readonly command?: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** It has processes of its own do its work, whose memory counts too. */
  readonly withChildren?: true;
}

/** What one process took. */
export interface Usage {
  readonly milliseconds: number;
  /** Peak resident memory, where the system tells it of a process that runs. */
  readonly megabytes: number | undefined;
}

/** The median of each, run in turns so that whatever else the machine does meets all alike. */
export async function timeInTurns(
  contestants: readonly Contestant[],
  rounds: number,
  warmUp = 2,
): Promise<ReadonlyMap<string, Usage>> {
  const usages = new Map<string, Usage[]>(contestants.map(({ name }) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const contestant of contestants) {
      const usage = await runOnce(contestant);
      // The first rounds warm the file caches.
      if (round >= 0) usages.get(contestant.name)?.push(usage);
    }
  }
  return new Map([...usages].map(([name, all]) => [name, medianUsage(all)]));
}

async function runOnce({
  name,
  command = process.execPath,
  args,
  environment,
  withChildren,
}: Contestant): Promise<Usage> {
  const started = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
  let megabytes: number | undefined;
  const look = async (): Promise<void> => {
    if (child.pid === undefined) return;
    const all = withChildren === true ? [child.pid, ...(await descendants(child.pid))] : [child.pid];
    const known = (await Promise.all(all.map(peakMemory))).filter((each) => each !== undefined);
    if (known.length > 0)
      megabytes = Math.max(
        megabytes ?? 0,
        known.reduce((sum, each) => sum + each),
      );
  };
  // To look at a whole tree takes milliseconds.
  const watch = setInterval(() => void look(), withChildren === true ? 200 : 20);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  }).finally(() => clearInterval(watch));
  if (code !== 0) throw new Error(`${name} ended with exit code ${code}`);
  return { milliseconds: performance.now() - started, megabytes };
}

/** The high-water mark that Linux keeps; other systems have none to read. */
async function peakMemory(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** The processes that a process has started, theirs too, as Linux tells it of each thread. */
async function descendants(pid: number): Promise<readonly number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const told = await Promise.all(
    threads.map(async (thread) => readFile(`/proc/${pid}/task/${thread}/children`, "utf8").catch(() => "")),
  );
  const children = told.join(" ").split(" ").filter(Boolean).map(Number);
  return [...children, ...(await Promise.all(children.map(descendants))).flat()];
}

function medianUsage(all: readonly Usage[]): Usage {
  const memory = all.flatMap(({ megabytes }) => megabytes ?? []);
  return {
    milliseconds: median(all.map(({ milliseconds }) => milliseconds)),
    megabytes: memory.length === 0 ? undefined : median(memory),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
