import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runTroubled } from "./support/run-troubled.ts";
import { hasTmux, onTerminal, pause, type Terminal } from "./support/tmux.ts";
import { exampleWorkspace, workspace, type Workspace } from "./support/workspace.ts";

const start = async (space: Workspace, args: readonly string[]): Promise<Terminal> =>
  onTerminal(space, args, { columns: 80, rows: 24 });

/** Presses keys once a text is on the screen, and there was time to read it. */
async function pressAt(screen: Terminal, shown: string, ...keys: readonly string[]): Promise<void> {
  await screen.shows(shown);
  await pause(50);
  await screen.press(...keys);
}

/** The exit code and all that the terminal holds, once the program has ended. */
async function outcome(screen: Terminal): Promise<{ readonly code: number; readonly record: string }> {
  return { code: await screen.ended(), record: await screen.scrollback() };
}

describe.skipIf(!hasTmux)("on a real terminal (skipped where there is no tmux)", () => {
  test("wf init asks, shows the file, keeps to a smaller screen, and writes what is valid", async () => {
    const space = await workspace();
    const screen = await start(space, ["init", "--client-id", "4example5client6id"]);
    await pressAt(screen, "❯ oidc", "Down", "Enter");
    await pressAt(screen, "> Region", "Enter");
    await screen.shows("> Name");
    await screen.type("big cats");
    await pressAt(screen, "It must be 1 to 63 letters", "Enter");
    await pressAt(screen, "big cats", "C-w", "BSpace");
    await screen.type("ger");
    await pressAt(screen, "bigger▌", "Enter");
    await pressAt(screen, "> User pool", "Enter");
    await screen.shows("> Groups");
    await screen.type("spotters vets");
    await pressAt(screen, "spotters vets▌", "Enter");
    await screen.shows("lines below");
    await screen.resize(60, 20);
    await pressAt(screen, "Write main.wf.hcl and .gitignore?", "Down", "Down");
    await pressAt(screen, "2 lines above", "Enter");
    const { code, record } = await outcome(screen);
    expect(code).toBe(0);
    expect(record).not.toContain("Write main.wf.hcl");
    expect(record).toContain("✓ Groups             spotters vets\n\nWrote main.wf.hcl and .gitignore.\n");
    expect(await readFile(path.join(space.directory, "main.wf.hcl"), "utf8")).toContain(
      'groups      = ["spotters", "vets"]',
    );
    expect(await space.wf(["validate"])).toMatchObject({ code: 0, stderr: "" });
    expect(await space.wf(["fmt", "--check"])).toMatchObject({ code: 0, stdout: "" });
  });

  test("wf init writes nothing when it is called off", async () => {
    const space = await workspace();
    const screen = await start(space, ["init", "--provider", "oidc", "--name", "cats"]);
    await pressAt(screen, "✓ Name", "C-c");
    const { code, record } = await outcome(screen);
    expect(code).toBe(1);
    expect(record).toContain("Cancelled. Nothing was written.");
    expect((await space.wf(["validate"])).stderr).toContain("no-configuration");
  });

  test("wf doctor shows its checks while they are made, and then the list", async () => {
    const space = await exampleWorkspace("cognito", { latencyMilliseconds: 700 });
    const screen = await start(space, ["doctor"]);
    expect(await screen.shows("✓ configuration")).toContain("Ctrl-C leaves");
    const { code, record } = await outcome(screen);
    expect(code).toBe(0);
    expect(record).toContain("ok        region          SageMaker answers; there is no private workforce.");
    expect(record).not.toContain("Ctrl-C leaves");
  });

  test("wf recover shows what a killed run did, and puts back what it deleted", async () => {
    const space = await exampleWorkspace("cognito");
    expect(await space.wf(["apply", "--auto-approve"])).toMatchObject({ code: 0 });
    const written = await readFile(path.join(space.directory, "main.wf.hcl"), "utf8");
    await space.write(
      "main.wf.hcl",
      written.replace('region = "eu-west-1"', 'region = "eu-west-1"\n  name   = "savanna"'),
    );
    await runTroubled(
      ["apply", "--auto-approve", "--allow-delete"],
      { kind: "kill-after", call: 3 },
      { directory: space.directory, endpoint: space.emulator.url },
    );
    const left = await start(space, ["recover"]);
    await pressAt(left, "Taken away, and not brought back", "Escape");
    const ending = await outcome(left);
    expect(ending.code).toBe(1);
    expect(ending.record).toContain("the run is still unfinished");

    const screen = await start(space, ["recover"]);
    expect(await screen.shows("❯ Continue")).toContain("DeleteWorkforce wildlife");
    await pressAt(screen, "❯ Continue", "Down");
    await pressAt(screen, "❯ Roll back", "Enter");
    await screen.shows("Roll back: 4 steps in 1 region.");
    // What is typed before a question could be read may not count as its answer.
    await pause(400);
    await screen.type("yes");
    await pressAt(screen, "> yes", "Enter");
    expect(await screen.ended()).toBe(0);
    const region = space.emulator.state().regions["123456789012/eu-west-1"];
    expect(region?.workforce?.name).toBe("wildlife");
    expect(region?.workteams.map(({ name }) => name).toSorted()).toEqual(["biologists", "spotters"]);
  });
});
