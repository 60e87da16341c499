import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { z } from "zod";

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** A lock that is held until it is released, or until its process ends. */
export interface FileLock {
  readonly release: () => Promise<void>;
}

const holderSchema = z.object({ pid: z.number().int(), since: z.string() });

/**
 * Takes a lock, a file with the holder's process id, or tells who holds it. The lock of a process that is no more is
 * taken over. It holds between the processes of one machine, and not over a network's file system.
 */
export async function takeFileLock(
  file: string,
): Promise<{ readonly lock: FileLock } | { readonly holder: LockHolder }> {
  await mkdir(path.dirname(file), { recursive: true });
  const own = JSON.stringify({ pid: process.pid, since: new Date().toISOString() });
  const draft = `${file}.${process.pid}-${randomUUID().slice(0, 8)}`;
  await writeFile(draft, own, { mode: 0o600 });
  try {
    for (;;) {
      // A link appears with its content, so that nobody reads a lock that is half written.
      if (await makeLink(draft, file)) return { lock: { release: async () => rm(file, { force: true }) } };
      const found = await readText(file);
      if (found === undefined) continue;
      const holder = readHolder(found);
      if (holder !== undefined && isRunning(holder.pid)) return { holder };
      await takeAway(file, found, draft);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes a dead process's lock. Another may have done so a moment ago and hold a new one, which then goes back. */
async function takeAway(file: string, found: string, draft: string): Promise<void> {
  const aside = `${draft}.old`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isCode(error, "ENOENT")) return;
    throw error;
  }
  if ((await readText(aside)) !== found) await makeLink(aside, file);
  await rm(aside, { force: true });
}

async function makeLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
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
