import { describe, expect, test } from "vitest";
import { hasTmux, onTerminal, pause, withoutTimes } from "./support/tmux.ts";
import { cognito, stack } from "./support/wildlife.ts";
import { exampleWorkspace, workspace, type Workspace } from "./support/workspace.ts";

const regions = ["eu-central-1", "eu-north-1", "eu-west-1", "us-west-2"] as const;

/** Camera traps in four regions. */
async function fleet(): Promise<Workspace> {
  return workspace({
    "main.wf.hcl": `${stack}
workforce "traps" {
  for_each = toset(${JSON.stringify(regions)})
  region   = each.value

  ${cognito("${each.value}")}

  source_ip_config {
    cidrs = ["203.0.113.0/24", "203.0.113.7/32"]
  }

  workteam "trackers" {
    description = "Says which animals a trap has seen"
    groups      = ["trackers"]
  }

  workteam "botanists" {
    description = "Says what grows around a trap"
    groups      = ["botanists"]
  }
}
`,
  });
}

const secret = { environment: { WF_VAR_client_secret: "a-secret-of-the-tests" } };
const asksForYes = 'Only "yes" is taken as approval.';
const asksForName = "Only its name, radiology, is taken as approval.";

function changesIn({ emulator }: Workspace): readonly string[] {
  return emulator.calls().flatMap(({ operation }) => (operation.startsWith("List") ? [] : [operation]));
}

async function isGolden(screen: string, name: string): Promise<void> {
  await expect(withoutTimes(screen)).toMatchFileSnapshot(`expected/terminal/${name}.txt`);
}

describe.skipIf(!hasTmux)("on a terminal (skipped where there is no tmux)", () => {
  test("a creation asks for yes, shows the run and ends with the addresses", async () => {
    const space = await exampleWorkspace("oidc");
    const terminal = await onTerminal(space, ["apply"], { columns: 80 });
    await isGolden(await terminal.shows(asksForYes), "creation-asked");
    expect(changesIn(space)).toEqual([]);
    await terminal.answer("yes");
    expect(await terminal.ended()).toBe(0);
    await isGolden(await terminal.screen(), "creation-done");
    expect(await terminal.scrollback()).not.toContain("a-secret-of-the-tests");
  });

  test("a replacement wants the live workforce's name, not yes and not the new name", async () => {
    const space = await exampleWorkspace("oidc");
    await space.wf(["apply", "--auto-approve"], secret);
    const before = JSON.stringify(space.emulator.state());
    const wrong = await onTerminal(space, ["apply", "--var", "name=radiology-2"]);
    await isGolden(await wrong.shows(asksForName), "replacement-asked");
    await wrong.answer("radiology-2");
    expect(await wrong.ended()).toBe(1);
    await isGolden(await wrong.screen(), "replacement-refused");
    expect(JSON.stringify(space.emulator.state())).toBe(before);

    const right = await onTerminal(space, ["apply", "--var", "name=radiology-2"]);
    await right.shows(asksForName);
    await right.answer("radiology");
    expect(await right.ended()).toBe(0);
    expect(space.emulator.state().regions["123456789012/us-east-1"]?.workforce?.name).toBe("radiology-2");
  });

  test("a plan is walked through, searched, and applied without what was left out", async () => {
    const space = await fleet();
    const terminal = await onTerminal(space, ["apply"], { columns: 100, rows: 24 });
    await terminal.shows(asksForYes);
    await terminal.press("Tab");
    await isGolden(await terminal.shows("? keys"), "browser-folded");
    await terminal.press("Enter", "PageDown");
    await isGolden(await terminal.shows("botanists"), "browser-scrolled");
    await terminal.type("E/GROWS");
    await terminal.shows("/GROWS");
    await terminal.press("Enter", "n");
    await isGolden(await terminal.shows("2 of 5"), "browser-searched");
    await terminal.type("Ejxjx");
    await terminal.shows("2 of 4 regions left out");
    await terminal.resize(60, 16);
    await pause(100);
    await isGolden(await terminal.shows("[ ]"), "browser-narrow");
    await terminal.type("?");
    await isGolden(await terminal.shows("Any key"), "browser-keys");
    await terminal.type("qq");
    await isGolden(await terminal.shows("Left out by choice"), "left-out-asked");
    await terminal.answer("yes");
    expect(await terminal.ended()).toBe(0);
    const created = Object.entries(space.emulator.state().regions).filter(([, region]) => region.workforce);
    expect(created.map(([name]) => name.split("/")[1])).toEqual(["eu-central-1", "eu-north-1"]);
    expect(await terminal.scrollback()).toContain("Left out by choice: eu-west-1, us-west-2.");
    expect((await space.wf(["runs"])).stdout.match(/left out/g)).toHaveLength(2);
  });

  test("a plan is only looked at with --browse, which wants a terminal", async () => {
    const space = await fleet();
    const piped = await space.wf(["plan", "--browse"]);
    expect(piped).toMatchObject({ code: 1, stdout: "" });
    expect(piped.stderr).toContain("--browse needs a terminal");
    await space.wf(["plan", "--out", "plan.json"]);
    const terminal = await onTerminal(space, ["show", "plan.json", "--browse"]);
    expect(await terminal.shows("? keys")).not.toContain("[x]");
    await terminal.press("q");
    expect(await terminal.ended()).toBe(0);
    expect(await terminal.scrollback()).toBe("Plan: 12 to create. 1 warning.\n");
  });

  test.each<readonly [string, (terminal: Awaited<ReturnType<typeof onTerminal>>) => Promise<void>]>([
    ["Escape", async ({ press }) => press("Escape")],
    [
      "Ctrl-C among the plan's regions",
      async ({ press, shows }) => {
        await press("Tab");
        await shows("? keys");
        await press("C-c");
      },
    ],
    [
      "a pasted yes with its line break",
      async ({ paste, press, shows }) => {
        await paste("yes\n");
        await shows("> yes");
        await press("Escape");
      },
    ],
    [
      "yes and a line break at once",
      async ({ press, shows, type }) => {
        await type("yes\r");
        await shows("A line break that came with the text");
        await press("Escape");
      },
    ],
  ])("%s leaves everything untouched", async (_, act) => {
    const space = await fleet();
    const terminal = await onTerminal(space, ["apply"]);
    await terminal.shows(asksForYes);
    await pause(350);
    await act(terminal);
    await terminal.shows("Cancelled. Nothing was changed.");
    expect(await terminal.ended()).toBe(1);
    expect(changesIn(space)).toEqual([]);
  });

  test("Ctrl-C during a run finishes the calls under way, stops, and says how to go on", async () => {
    const space = await fleet();
    slow(space, "CreateWorkforce");
    const terminal = await onTerminal(space, ["apply", "--auto-approve"], { columns: 80 });
    await isGolden(await terminal.shows("0:01  us-west-2"), "running");
    await terminal.resize(60, 20);
    await pause(200);
    await isGolden(await terminal.shows("CreateWorkforce traps"), "running-narrow");
    await terminal.press("C-c");
    await isGolden(await terminal.shows("Finishing the running calls"), "stopping");
    space.emulator.setFaults([]);
    expect(await terminal.ended()).toBe(1);
    expect(changesIn(space)).toEqual(regions.map(() => "CreateWorkforce"));
    const screen = await terminal.screen();
    await isGolden(screen.slice(screen.indexOf("Apply incomplete")), "stopped");
  });

  test("a second Ctrl-C leaves at once, and recover goes on from there", async () => {
    const space = await fleet();
    slow(space, "CreateWorkforce");
    const terminal = await onTerminal(space, ["apply", "--auto-approve"]);
    await terminal.shows("1/4  CreateWorkforce traps");
    await terminal.press("C-c");
    await terminal.shows("Ctrl-C again leaves now");
    await terminal.press("C-c");
    await terminal.ended();
    expect(await terminal.screen()).toContain("To continue, run wf apply again");
    space.emulator.setFaults([]);
    expect(await recovers(space)).toContain("No changes");
  });

  test("a run that is killed is recovered", async () => {
    const space = await fleet();
    slow(space, "CreateWorkteam");
    const terminal = await onTerminal(space, ["apply", "--auto-approve"]);
    await terminal.shows("CreateWorkteam trackers");
    await terminal.kill();
    await terminal.ended();
    space.emulator.setFaults([]);
    expect(await recovers(space)).toContain("No changes");
  });
});

function slow({ emulator }: Workspace, operation: string): void {
  emulator.setFaults([{ operation, times: regions.length, fault: { kind: "delay", milliseconds: 60_000 } }]);
}

/** Goes on with the run, and plans again. */
async function recovers(space: Workspace): Promise<string> {
  const terminal = await onTerminal(space, ["recover"]);
  await terminal.shows("Enter takes it");
  await terminal.press("Enter");
  await terminal.shows(asksForYes);
  await terminal.answer("yes");
  await terminal.ended();
  return (await space.wf(["plan"])).stdout;
}

describe.skipIf(!hasTmux)("the console (skipped where there is no tmux)", () => {
  test("evaluates what is typed, over several lines, goes on after a mistake, and remembers", async () => {
    const space = await exampleWorkspace("oidc");
    const terminal = await onTerminal(space, ["console"]);
    await terminal.shows(">");
    await terminal.type("max(\r");
    await pause(150);
    await terminal.type("40 + 2, 1)\r");
    await terminal.shows("\n42");
    await terminal.type("nobody\r");
    await terminal.shows("[unknown-reference]");
    await terminal.type("var.client_secret\r");
    await terminal.shows("(sensitive value)");
    await terminal.type("[1");
    await terminal.press("C-c");
    await terminal.type("exit\r");
    expect(await terminal.ended()).toBe(0);
    const again = await onTerminal(space, ["console"]);
    await again.shows(">");
    await again.press("Up");
    await again.shows("var.client_secret");
    await again.press("C-c", "C-d");
    expect(await again.ended()).toBe(0);
  });

  test("answers what was typed ahead of Ctrl-C, and ends", async () => {
    const terminal = await onTerminal(await workspace(), ["console"]);
    await terminal.shows(">");
    await terminal.type("upper(1)\r\u0003");
    expect(await terminal.ended()).toBe(0);
    expect(await terminal.screen()).not.toContain("Error");
  });
});

describe.skipIf(!hasTmux)("a terminal that is not for drawing (skipped where there is no tmux)", () => {
  test.each([
    ["TERM=dumb", { TERM: "dumb" }],
    ["CI=true", { CI: "true" }],
  ])("%s gets plain lines, and is not asked", async (_, environment) => {
    const space = await exampleWorkspace("oidc");
    const asking = await onTerminal(space, ["apply"], { environment });
    await asking.shows("there is no terminal to ask on");
    expect(await asking.ended()).toBe(1);
    const terminal = await onTerminal(space, ["apply", "--auto-approve"], { environment });
    await terminal.shows("Apply complete");
    expect(await terminal.scrollback()).toMatch(/1\/4 {2}CreateWorkforce radiology …\n.* done in /);
  });

  test("a screen reader hears each thing once", async () => {
    const space = await exampleWorkspace("oidc");
    space.emulator.setFaults([{ operation: "CreateWorkforce", fault: { kind: "delay", milliseconds: 900 } }]);
    const environment = { INK_SCREEN_READER: "true" };
    const terminal = await onTerminal(space, ["apply", "--auto-approve"], { environment });
    expect(await terminal.ended()).toBe(0);
    const screen = await terminal.screen();
    expect(screen).not.toContain("⠋");
    await isGolden(screen, "screen-reader");
  });
});
