import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lockHolders, takeFileLocks } from "../src/adapters/node/file-lock.ts";

/** The parent of the test's own process, which is certain to run. */
const other = { pid: process.ppid, since: "2026-01-01T00:00:00.000Z" };
const dead = { pid: 2 ** 22 + 1, since: "2026-01-01T00:00:00.000Z" };

async function lockDirectory(): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), "wf-locks-"));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return path.join(parent, "state", "locks");
}

test("locks are held until they are released, each by its own name", async () => {
  const directory = await lockDirectory();
  const held = takeFileLocks(directory, ["b.lock", "a.lock"]);
  expect(await readdir(directory)).toEqual(["a.lock", "b.lock"]);
  const since = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);
  const refused = { name: "b.lock", holder: { pid: process.pid, since } };
  expect(takeFileLocks(directory, ["c.lock", "b.lock"])).toMatchObject(refused);
  expect(takeFileLocks(directory, ["c.lock"])).toHaveProperty("release");
  if ("release" in held) held.release();
  expect(await readdir(directory)).toEqual(["c.lock"]);
  expect(takeFileLocks(directory, ["a.lock", "b.lock"])).toHaveProperty("release");
});

test("where one is held, none is taken, and no file is left behind", async () => {
  const directory = await lockDirectory();
  const held = takeFileLocks(directory, ["m.lock"]);
  expect(held).toHaveProperty("release");
  await writeFile(path.join(directory, "m.lock"), JSON.stringify(other));
  expect(takeFileLocks(directory, ["z.lock", "m.lock", "a.lock"])).toEqual({ name: "m.lock", holder: other });
  expect(await readdir(directory)).toEqual(["m.lock"]);
});

test("those who hold locks are told, but for processes that are no more and locks that cannot be read", async () => {
  const directory = await lockDirectory();
  expect(lockHolders(directory)).toEqual(new Set());
  takeFileLocks(directory, ["a.lock", "b.lock"]);
  await writeFile(path.join(directory, "c.lock"), JSON.stringify(other));
  await writeFile(path.join(directory, "d.lock"), JSON.stringify(dead));
  await writeFile(path.join(directory, "e.lock"), "not a lock");
  expect(lockHolders(directory)).toEqual(new Set([process.pid, process.ppid]));
});

test.each([
  ["whose process is no more", JSON.stringify(dead)],
  ["that cannot be read", "not a lock"],
])("a lock %s is taken over", async (_, content) => {
  const directory = await lockDirectory();
  takeFileLocks(directory, []);
  await writeFile(path.join(directory, "a.lock"), content);
  expect(takeFileLocks(directory, ["a.lock", "b.lock"])).toHaveProperty("release");
  expect(takeFileLocks(directory, ["a.lock"])).toMatchObject({ holder: { pid: process.pid } });
  expect(await readdir(directory)).toEqual(["a.lock", "b.lock"]);
});

test.skipIf(process.platform !== "linux").each([
  ["another process", other],
  ["this one, as each run in a container has the same", { ...other, pid: process.pid }],
])("a lock whose process's id has gone to %s is taken over", async (_, { pid, since }) => {
  const directory = await lockDirectory();
  takeFileLocks(directory, []);
  const start = "11111111-2222-3333-4444-555555555555 4711";
  await writeFile(path.join(directory, "a.lock"), JSON.stringify({ pid, since, start }));
  expect(lockHolders(directory)).toEqual(new Set());
  expect(takeFileLocks(directory, ["a.lock"])).toHaveProperty("release");
  expect(takeFileLocks(directory, ["a.lock"])).toMatchObject({ holder: { pid: process.pid } });
  expect(lockHolders(directory)).toEqual(new Set([process.pid]));
});

test.skipIf(process.platform !== "linux")(
  "a process that was killed and not waited for holds no lock",
  async () => {
    const directory = await lockDirectory();
    takeFileLocks(directory, []);
    // What takes the shell's place does not wait for the shell's child; the shell itself may.
    const parent = spawn("sh", ["-c", "sleep 60 & echo $!; exec sleep 60"]);
    onTestFinished(() => void parent.kill());
    const [printed]: unknown[] = await once(parent.stdout, "data");
    const held = { pid: Number(printed), since: other.since };
    await expect.poll(() => readFile(`/proc/${parent.pid}/comm`, "utf8")).toBe("sleep\n");
    process.kill(held.pid, "SIGKILL");
    await expect.poll(() => readFile(`/proc/${held.pid}/stat`, "utf8")).toContain(") Z ");
    await writeFile(path.join(directory, "a.lock"), JSON.stringify(held));
    expect(takeFileLocks(directory, ["a.lock"])).toHaveProperty("release");
  },
);
