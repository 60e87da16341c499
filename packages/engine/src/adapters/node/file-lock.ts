// At once: a lock is four calls of the operating system, and the way through the thread pool takes longer than they do.
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { z } from "zod";

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number;
  /** ISO 8601, UTC. */
  readonly since: string;
  /** The boot of the machine, and the ticks from it to the process's start; only where the system tells it. */
  readonly start?: string | undefined;
}

/** Locks that are held until they are released, or until their process ends. */
export interface FileLocks {
  readonly release: () => void;
}

/** A lock that somebody else holds. */
export interface HeldLock {
  readonly name: string;
  readonly holder: LockHolder;
}

const holderSchema = z.object({ pid: z.number().int(), since: z.string(), start: z.string().optional() });

/**
 * Takes locks, files of these names with the holder's process id, all of them or none; or tells of one that is held. The
 * lock of a process that is no more is taken over. They hold between the processes of one machine, and neither over a
 * network's file system nor between containers. Throws what the file system does.
 */
export function takeFileLocks(directory: string, names: readonly string[]): FileLocks | HeldLock {
  mkdirSync(directory, { recursive: true });
  const draft = path.join(directory, `${process.pid}-${randomUUID().slice(0, 8)}.draft`);
  const { pid } = process;
  const holder: LockHolder = { pid, since: new Date().toISOString(), start: statusOf(pid)?.start };
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  const taken: string[] = [];
  const release = (): void => {
    for (const file of taken.splice(0)) rmSync(file, { force: true });
  };
  try {
    // In one order, so that two runs of the same regions do not each hold what the other one wants.
    for (const name of names.toSorted()) {
      const file = path.join(directory, name);
      const holder = takeFileLock(file, draft);
      if (holder !== undefined) {
        release();
        return { name, holder };
      }
      taken.push(file);
    }
    return { release };
  } catch (error) {
    release();
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The processes that hold locks in a directory, as far as they can be read; those that are no more are left out. */
export function lockHolders(directory: string): ReadonlySet<number> {
  const files = listLocks(directory).filter((file) => file.endsWith(".lock"));
  const holders = files.flatMap((file) => readHolder(readText(path.join(directory, file)) ?? "") ?? []);
  return new Set(holders.filter(isAlive).map(({ pid }) => pid));
}

function listLocks(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
}

/** Takes one lock, or tells who holds it. */
function takeFileLock(file: string, draft: string): LockHolder | undefined {
  for (;;) {
    // A link appears with its content, so that nobody reads a lock that is half written.
    if (makeLink(draft, file)) return undefined;
    const found = readText(file);
    if (found === undefined) continue;
    const holder = readHolder(found);
    if (holder !== undefined && isAlive(holder)) return holder;
    takeAway(file, found, draft);
  }
}

/** Removes a dead process's lock. Another may have done so a moment ago and hold a new one, which then goes back. */
function takeAway(file: string, found: string, draft: string): void {
  const aside = `${draft}.old`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isCode(error, "ENOENT")) return;
    throw error;
  }
  if (readText(aside) !== found) makeLink(aside, file);
  rmSync(aside, { force: true });
}

function makeLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function readHolder(content: string): LockHolder | undefined {
  try {
    return holderSchema.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

/** Ids are given again: after a reboot to anything, and in a container to each run the same one, this run's own. */
function isAlive({ pid, start }: LockHolder): boolean {
  if (!isRunning(pid)) return false;
  const found = statusOf(pid);
  if (found === undefined) return true;
  return !found.ended && (start === undefined || start === found.start);
}

/** How a process is; undefined where there is no Linux to ask. */
function statusOf(pid: number): { readonly start: string; readonly ended: boolean } | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    // From the third field on; the second one is a name in parentheses that may hold anything.
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    // Killed, and not waited for by its parent: in containers by nobody, ever.
    return { start: `${boot} ${fields[19]}`, ended: fields[0] === "Z" };
  } catch {
    return undefined;
  }
}

/** Signal 0 asks without doing anything; EPERM says that there is one, of another user. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
