import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { runTroubled } from "./support/run-troubled.ts";
import { startWf } from "./support/run-wf.ts";
import { startSts } from "./support/sts-server.ts";
import { cognito, pool, spotters, wildlife } from "./support/wildlife.ts";
import { workspace, type Workspace } from "./support/workspace.ts";

const approved = ["apply", "--auto-approve", "--allow-delete"];
const place = "123456789012/eu-west-1";

const named = (name: string): string => wildlife(`name = "${name}"`, cognito(), spotters());

/** A region with a team of the console's in it, and a replacement of its workforce that is killed at a call. */
async function killedAt(call: number): Promise<Workspace> {
  const space = await workspace({ "main.wf.hcl": named("animals") });
  const { wf, write, emulator, directory } = space;
  expect(await wf(approved)).toMatchObject({ code: 0 });
  const { regions } = emulator.state();
  const region = regions[place];
  const vets = {
    name: "vets",
    description: "Made in the console",
    members: [
      {
        kind: "cognito" as const,
        ...pool,
        userGroup: "vets",
      },
    ],
    tags: [{ Key: "made-by", Value: "console" }],
  };
  await emulator.setState({
    regions: { [place]: { ...region, workteams: [...(region?.workteams ?? []), vets] } },
  });
  await write("main.wf.hcl", named("savanna"));
  const trouble = { kind: "kill-after", call } as const;
  await runTroubled([...approved, "--carry-teams"], trouble, { directory, endpoint: emulator.url });
  return space;
}

function teams({ emulator }: Workspace): readonly string[] {
  return (emulator.state().regions[place]?.workteams ?? []).map(({ name }) => name).sort();
}

function workforceName({ emulator }: Workspace): string | undefined {
  return emulator.state().regions[place]?.workforce?.name;
}

describe("after a kill in the middle of a replacement", () => {
  test("the runs are listed, the plan says what comes back, and apply brings it without being asked", async () => {
    const space = await killedAt(3);
    const { wf } = space;
    expect(teams(space)).toEqual([]);

    const listed = await wf(["runs"]);
    expect(listed.stdout).toMatch(/interrupted +2 of 8 steps +workforce\.wildlife +eu-west-1/);
    expect(listed.stdout).toMatch(/finished +3 of 3 steps/);
    expect(listed.stdout).toContain("wf recover");
    expect(JSON.parse((await wf(["runs", "--json"])).stdout)).toMatchObject({
      runs: [{ targets: [{ outcome: "interrupted", steps_done: 2, steps: 8 }] }, {}],
    });

    expect((await wf(["plan"])).stdout).toContain(
      'Work team "vets", which is not this stack\'s, was deleted by',
    );
    expect(await wf(approved)).toMatchObject({ code: 0 });
    expect(workforceName(space)).toBe("savanna");
    expect(teams(space)).toEqual(["spotters", "vets"]);
    const vets = space.emulator.state().regions[place]?.workteams.find(({ name }) => name === "vets");
    expect(vets?.tags).toEqual([{ Key: "made-by", Value: "console" }]);
    expect((await wf(["recover"])).stdout).toContain("Every run is finished");
    const after = (await wf(["runs"])).stdout;
    expect(after).toContain("interrupted");
    expect(after).not.toContain("wf recover");
  });

  test("recover goes on with what the run was asked for", async () => {
    const space = await killedAt(1);
    const run = await space.wf(["recover", "--auto-approve", "--allow-delete"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(workforceName(space)).toBe("savanna");
    expect(teams(space)).toEqual(["spotters", "vets"]);
  });

  test("recover --rollback keeps a workforce that was created in the old one's place with all that it had", async () => {
    const space = await workspace({ "main.wf.hcl": named("animals") });
    const { directory, emulator, wf } = space;
    expect(await wf(approved)).toMatchObject({ code: 0 });
    const replace = [...approved, "--replace", "workforce.wildlife"];
    const trouble = { kind: "kill-after", call: 3 } as const;
    await runTroubled(replace, trouble, { directory, endpoint: emulator.url });
    expect(teams(space)).toEqual([]);
    const calls = emulator.calls().length;
    const run = await wf(["recover", "--rollback", "--auto-approve"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("update in place");
    expect(run.stdout).toContain("The work teams that the run deleted are put back as they were.");
    expect(run.stdout).not.toContain("what the region holds instead goes");
    const made = emulator.calls().slice(calls);
    expect(made.map(({ operation }) => operation).filter((each) => !/^(List|Describe)/.test(each))).toEqual([
      "CreateWorkteam",
    ]);
    expect(teams(space)).toEqual(["spotters"]);
  });

  test("the same command with --replace goes on, and replaces again only where it had finished", async () => {
    const space = await workspace({ "main.wf.hcl": named("animals") });
    const { directory, emulator, wf } = space;
    expect(await wf(approved)).toMatchObject({ code: 0 });
    const replace = [...approved, "--replace", "workforce.wildlife"];
    const creations = (): number =>
      emulator.calls().filter(({ operation }) => operation === "CreateWorkforce").length;
    await runTroubled(replace, { kind: "kill-after", call: 3 }, { directory, endpoint: emulator.url });
    expect(creations()).toBe(2);
    // The one that goes on is killed, too: the next one still knows.
    await runTroubled(replace, { kind: "kill-before", call: 1 }, { directory, endpoint: emulator.url });
    expect((await wf(["plan", "--replace", "workforce.wildlife"])).stdout).toMatch(
      /it is not\s+replaced again/,
    );
    expect(await wf(replace)).toMatchObject({ code: 0, stderr: "" });
    expect(teams(space)).toEqual(["spotters"]);
    expect(creations()).toBe(2);
    expect(await wf(replace)).toMatchObject({ code: 0, stderr: "" });
    expect(creations()).toBe(3);
  });

  test("recover --rollback of a run that put everything back itself has nothing to do", async () => {
    const space = await workspace({ "main.wf.hcl": named("animals") });
    const { emulator, wf } = space;
    expect(await wf(approved)).toMatchObject({ code: 0 });
    emulator.setFaults([{ operation: "CreateWorkforce", fault: { kind: "validation" } }]);
    const failed = await wf([...approved, "--replace", "workforce.wildlife"]);
    expect(failed.code).toBe(1);
    const before = JSON.stringify(emulator.state());
    const run = await wf(["recover", "--rollback", "--auto-approve", "--allow-delete"]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("The run has put back what it deleted in eu-west-1 itself.");
    expect(JSON.stringify(emulator.state())).toBe(before);
  });

  test.each([
    [3, false],
    [6, true],
  ])("recover --rollback puts back what was there, after call %i", async (call, holdsAnother) => {
    const space = await killedAt(call);
    const run = await space.wf(["recover", "--rollback", "--auto-approve", "--allow-delete"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    // What is shown is what is done, not what going on would do.
    expect(run.stdout).toContain("CreateWorkforce animals");
    expect(run.stdout).not.toContain("CreateWorkforce savanna");
    expect(run.stdout.includes("what the region holds instead goes")).toBe(holdsAnother);
    expect(run.stdout).toMatch(/Roll back: \d steps in 1 region\./);
    expect(workforceName(space)).toBe("animals");
    expect(teams(space)).toEqual(["spotters", "vets"]);
    await space.write("main.wf.hcl", named("animals"));
    expect(await space.wf(["plan", "--detailed-exitcode"])).toMatchObject({ code: 0 });
    expect((await space.wf(["runs"])).stdout).toContain("  rolled back ");
  });

  test("recover --rollback can be made again where it was cut short", async () => {
    const space = await killedAt(3);
    const { emulator, wf } = space;
    const rollback = ["recover", "--rollback", "--auto-approve"];
    emulator.setFaults([{ operation: "CreateWorkteam", fault: { kind: "access-denied" } }]);
    const cut = await wf(rollback);
    expect(cut.code).toBe(1);
    expect(cut.stdout).toContain("Rollback incomplete:");
    expect(cut.stdout).toContain("To continue, run wf recover --rollback again");
    expect(teams(space)).toEqual([]);

    const run = await wf(rollback);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("Rollback complete: what was deleted is back, 1 region");
    expect(workforceName(space)).toBe("animals");
    expect(teams(space)).toEqual(["spotters", "vets"]);
    expect((await wf(["recover"])).stdout).toContain("Every run is finished");
  });

  test("recover --continue replaces what the run was to replace, and put back itself", async () => {
    const space = await workspace({ "main.wf.hcl": named("animals") });
    const { emulator, wf } = space;
    expect(await wf(approved)).toMatchObject({ code: 0 });
    const replace = [...approved, "--replace", "workforce.wildlife"];
    emulator.setFaults([{ operation: "CreateWorkforce", fault: { kind: "validation" } }]);
    expect((await wf(replace)).stdout).toContain(
      "To continue, run wf apply --replace workforce.wildlife again",
    );
    const before = emulator.state().regions[place]?.workforce?.creation;
    expect(await wf(["recover", "--continue", ...approved.slice(1)])).toMatchObject({ code: 0 });
    expect(emulator.state().regions[place]?.workforce?.creation).not.toBe(before);
  });

  test("recover --forget leaves everything as it is, for good", async () => {
    const space = await killedAt(2);
    expect((await space.wf(["recover", "--forget"])).stdout).toContain("counts as over");
    expect((await space.wf(["plan"])).stdout).not.toContain("vets");
    expect((await space.wf(["recover"])).stdout).toContain("Every run is finished");
    expect((await space.wf(["runs"])).stdout).toContain("  forgotten ");
    expect(JSON.parse((await space.wf(["runs", "--json"])).stdout)).toMatchObject({
      runs: [{ targets: [{ outcome: "settled", settled: "forgotten" }] }, {}],
    });
  });

  test("a run whose last line was cut off is read all the same", async () => {
    const space = await killedAt(3);
    const runs = path.join(space.directory, ".wf", "runs");
    const newest = (await readdir(runs)).sort().at(-1) ?? "";
    const content = await readFile(path.join(runs, newest), "utf8");
    await writeFile(path.join(runs, newest), content.slice(0, -20));
    expect(await space.wf(approved)).toMatchObject({ code: 0 });
    expect(teams(space)).toEqual(["spotters", "vets"]);
  });
});

test("an apply that finds nothing left to do settles the run that did not finish", async () => {
  const { wf, emulator, directory } = await workspace({ "main.wf.hcl": named("animals") });
  await runTroubled(approved, { kind: "kill-after", call: 2 }, { directory, endpoint: emulator.url });
  expect((await wf(["runs"])).stdout).toContain("interrupted");
  expect((await wf(approved)).stdout).toContain("No changes.");
  expect((await wf(["runs"])).stdout).toContain("  nothing left to do ");
});

describe("a run that another account's credentials did not finish", () => {
  const [ours, theirs] = ["123456789012", "210987654321"];

  test.each<[string, (account: string) => Promise<Record<string, string>>]>([
    ["the credentials know whose it is", async (account) => ({ AWS_ACCOUNT_ID: account })],
    [
      "STS knows whose it is",
      async (account) => ({ AWS_ENDPOINT_URL_STS: (await startSts({ account })).url }),
    ],
  ])("is left to them, where the region is empty and %s", async (_, environmentOf) => {
    const space = await killedAt(3);
    const { wf, emulator } = space;
    const environment = { AWS_ACCESS_KEY_ID: theirs, ...(await environmentOf(theirs)) };
    for (const way of ["--continue", "--rollback"]) {
      const refused = await wf(["recover", way, "--auto-approve", "--allow-delete"], { environment });
      expect(refused).toMatchObject({ code: 1, stdout: "" });
      expect(refused.stderr).toContain(
        "in account 123456789012, and the credentials are those of account 2109",
      );
      expect(refused.stderr).toContain("AWS_PROFILE");
    }
    expect((await wf(["plan"], { environment })).stdout).not.toContain("vets");
    expect(await wf(approved, { environment })).toMatchObject({ code: 0 });
    const made = emulator.state().regions[`${theirs}/eu-west-1`];
    expect(made?.workteams.map(({ name }) => name)).toEqual(["spotters"]);

    expect(await wf(approved, { environment: await environmentOf(ours) })).toMatchObject({ code: 0 });
    expect(teams(space)).toEqual(["spotters", "vets"]);
  });
});

describe("two applies on one machine", () => {
  test("exclude each other, and the second one says who is at work", async () => {
    const { wf, directory, emulator } = await workspace({ "main.wf.hcl": named("animals") });
    emulator.setFaults([{ operation: "CreateWorkforce", fault: { kind: "delay", milliseconds: 60_000 } }]);
    const first = startWf(approved, { directory, endpoint: emulator.url });
    while (!emulator.calls().some(({ operation }) => operation === "CreateWorkforce")) await sleep(20);
    const second = await wf(approved);
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/Another run of wf is at work on eu-west-1: process \d+, since /);
    expect((await wf(["plan"])).code).toBe(0);
    const { stdout } = await wf(["runs"]);
    expect(stdout).toContain("  running ");
    expect(stdout).not.toContain("wf recover");
    for (const way of ["--continue", "--forget"]) {
      const recovering = await wf(["recover", way]);
      expect(recovering).toMatchObject({ code: 1, stdout: "" });
      expect(recovering.stderr).toMatch(/ is still going on: process \d+\./);
    }
    emulator.setFaults([]);
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(await wf(approved)).toMatchObject({ code: 0 });
  });

  test("exclude each other from two checkouts of one configuration, and not from another account", async () => {
    const here = await workspace({ "main.wf.hcl": named("animals") });
    const there = await workspace({ "main.wf.hcl": named("animals") });
    const { emulator } = here;
    emulator.setFaults([{ operation: "CreateWorkforce", fault: { kind: "delay", milliseconds: 60_000 } }]);
    const first = startWf(approved, { directory: here.directory, endpoint: emulator.url });
    while (!emulator.calls().some(({ operation }) => operation === "CreateWorkforce")) await sleep(20);
    const second = await there.wf(approved, { endpoint: emulator.url });
    expect(second).toMatchObject({ code: 1, stdout: "" });
    expect(second.stderr).toContain("Another run of wf is at work on eu-west-1");
    const environment = { AWS_ACCESS_KEY_ID: "210987654321" };
    const third = await there.wf(approved, { endpoint: emulator.url, environment });
    expect(third).toMatchObject({ code: 0, stderr: "" });
    emulator.setFaults([]);
    expect(await first.ended).toMatchObject({ code: 0 });
  });

  test("take over a lock whose process is no more, and one that cannot be read", async () => {
    const { wf, write, directory } = await workspace({ "main.wf.hcl": named("animals") });
    const local = [...approved, "--local"];
    const lock = ".wf/locks/default-eu-west-1.lock";
    await write(lock, JSON.stringify({ pid: 2 ** 22 + 1, since: "2026-01-01T00:00:00.000Z" }));
    expect(await wf(local)).toMatchObject({ code: 0 });
    await write(lock, "not a lock");
    expect(await wf(local)).toMatchObject({ code: 0 });
    await write(lock, JSON.stringify({ pid: process.pid, since: "2026-01-01T00:00:00.000Z" }));
    const held = await wf(local);
    expect(held.stderr).toContain(path.join(".wf", "locks", "default-eu-west-1.lock"));
    await write("state", "a file");
    const environment = { XDG_STATE_HOME: path.join(directory, "state") };
    expect((await wf(approved, { environment })).stderr).toContain("XDG_STATE_HOME");
  });
});

test("without runs there is nothing to list", async () => {
  const { wf } = await workspace({});
  expect(await wf(["runs"])).toMatchObject({ code: 0, stdout: expect.stringContaining("no runs yet") });
  expect(await wf(["recover"])).toMatchObject({ code: 0 });
});

test("runs of --local are told where those of AWS are asked for, and the other way round", async () => {
  const { wf } = await workspace({ "main.wf.hcl": named("animals") });
  await wf([...approved, "--local"]);
  expect((await wf(["runs"])).stdout).toBe(
    "There are no runs of AWS yet, and 1 run of --local: wf --local runs\n",
  );
  expect((await wf(["runs", "--local"])).stdout).toContain("finished");
  const other = await workspace({ "main.wf.hcl": named("animals") });
  await other.wf(approved);
  expect((await other.wf(["runs", "--local"])).stdout).toBe(
    "There are no runs of --local yet, and 1 run of AWS: wf runs\n",
  );
});
