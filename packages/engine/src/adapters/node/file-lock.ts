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

const holderSchema = z.object({ pid: z.number().int(), since: z.string() });

/**
 * Takes locks, files of these names with the holder's process id, all of them or none; or tells of one that is held. The
 * lock of a process that is no more is taken over. They hold between the processes of one machine, and not over a
 * network's file system. Throws what the file system does.
 */
export function takeFileLocks(directory: string, names: readonly string[]): FileLocks | HeldLock {
  mkdirSync(directory, { recursive: true });
  const draft = path.join(directory, `${process.pid}-${randomUUID().slice(0, 8)}.draft`);
  writeFileSync(draft, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }), {
    mode: 0o600,
  });
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
  return new Set(holders.map(({ pid }) => pid).filter(isRunning));
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
    if (holder !== undefined && isRunning(holder.pid)) return holder;
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
