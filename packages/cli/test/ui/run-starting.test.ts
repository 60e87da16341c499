import { describe, expect, test } from "vitest";
import { type DoctorCheck, passed } from "../../src/doctor/doctor-check.ts";
import { describeUnfinished } from "../../src/recover/recover-view.ts";
import { theme } from "../../src/render/theme.ts";
import { showChecklist } from "../../src/ui/run-doctor.tsx";
import { askFirstConfiguration } from "../../src/ui/run-init.tsx";
import { askRecoverWay } from "../../src/ui/run-recover.tsx";
import { replacement, runOf } from "../recover/unfinished.ts";
import { fakeTerminal } from "../terminal.ts";

const plain = theme(false);
const down = "\u001B[B";
const shiftTab = "\u001B[Z";

describe.concurrent("wf init on a terminal", () => {
  const cases: readonly (readonly [string, readonly string[], object | undefined])[] = [
    [
      "takes every default",
      ["\r", "\r", "\r", "\r", "\r", "\r", "\r"],
      { provider: "oidc", name: "wildlife" },
    ],
    [
      "takes what is typed, and an arrow's choice",
      [down, "\r", "\r", "cats", "\r", "\r", "\r", "vets rangers", "\r", "\r"],
      { provider: "cognito", name: "cats", "user-pool": "eu-west-1_Example01", group: "vets rangers" },
    ],
    [
      "goes back",
      ["\r", "us-east-1", "\r", shiftTab, "\u0015", "us-west-2", "\r", "\r", "\r", "\r", "\r", "\r"],
      { region: "us-west-2" },
    ],
    [
      "takes the first line of a paste and goes on only with Enter",
      ["\r", "\u001B[200~us-east-1\rx\r\u001B[201~", "\u0003"],
      undefined,
    ],
    ["leaves with Esc", ["\r", "\u001B"], undefined],
    ["leaves with Ctrl-C at the file", ["\r", "\r", "\r", "\r", "\r", "\r", "\u0003"], undefined],
  ];
  test.each(cases)("%s", async (_, keys, expected) => {
    const terminal = fakeTerminal();
    const surroundings = { region: "eu-west-1", name: "wildlife" };
    const asked = askFirstConfiguration(terminal.io, {}, surroundings, ["main.wf.hcl"], plain);
    for (const each of keys) await terminal.send(each);
    const answers = await asked;
    expect(answers === undefined).toBe(expected === undefined);
    expect(answers ?? {}).toMatchObject(expected ?? {});
    expect(terminal.isRaw()).toBe(false);
  });

  test("ends when the terminal goes away", async () => {
    const terminal = fakeTerminal();
    const asked = askFirstConfiguration(terminal.io, {}, { region: "r", name: "n" }, [], plain);
    await terminal.send("\r");
    terminal.io.stdin.push(null);
    expect(await asked).toBeUndefined();
  });
});

describe.concurrent("wf recover on a terminal", () => {
  test.each([
    [["\r"], "continue"],
    [[down, "\r"], "rollback"],
    [[`${down}\r`], "rollback"],
    [[down, down, "\r", "y"], "forget"],
    [[down, down, "\r\r\r\r", "\u001B"], undefined],
    [["q"], undefined],
  ])("%j", async (keys, expected) => {
    const terminal = fakeTerminal();
    const part = replacement();
    const view = describeUnfinished({ run: runOf(part), parts: [part] });
    const asked = askRecoverWay(terminal.io, view, plain);
    for (const each of keys) await terminal.send(each);
    expect(await asked).toBe(expected);
    expect(terminal.isRaw()).toBe(false);
  });
});

test("wf doctor leaves the whole list in the scrollback", async () => {
  const terminal = fakeTerminal();
  const place = { account: undefined, region: undefined, address: undefined };
  const check = (name: string): DoctorCheck => ({
    name,
    heading: "AWS",
    place,
    asks: "that it is there",
    make: async () => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return passed("It is there.");
    },
  });
  const state = await showChecklist(terminal.io, [check("credentials"), check("region")], plain);
  expect(state.items.map((item) => item.state)).toEqual([passed("It is there."), passed("It is there.")]);
  expect(terminal.written()).toMatch(/[⠋⠙⠹⠸⠼] credentials/);
  expect(terminal.written()).toMatch(
    /ok {8}credentials {2}It is there\.\n.*ok {8}region {7}It is there\.\n\n2 checks passed\.\n$/,
  );
  expect(terminal.isRaw()).toBe(false);
});
