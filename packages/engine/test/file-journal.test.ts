import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openFileJournal } from "../src/adapters/node/file-journal.ts";
import { systemClock } from "../src/adapters/node/system-clock.ts";

const target = { account: undefined, region: "us-east-1" };

test("what is appended side by side is on disk, whole and in order, when it resolves", async () => {
  const directory = await mkdtemp(path.join(tmpdir(), "wf-journal-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const journal = await openFileJournal(directory, "wildlife", systemClock);
  const steps = async (): Promise<readonly unknown[]> => {
    const lines = (await readFile(journal.file, "utf8")).trimEnd().split("\n");
    return lines
      .map((line): unknown => JSON.parse(line))
      .map((record) => Reflect.get(Object(record), "step"));
  };
  for (const round of [0, 1, 2]) {
    const expected = Array.from({ length: (round + 1) * 50 }, (_, step) => step);
    await Promise.all(
      expected.slice(round * 50).map(async (step) => journal.append({ kind: "step-started", target, step })),
    );
    expect(await steps()).toEqual(expected);
  }
  await journal.close();
});
