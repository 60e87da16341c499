import { renderToString } from "ink";
import { describe, expect, test } from "vitest";
import { answer, type InitInput, initialInit } from "../../src/init/init-state.ts";
import { theme } from "../../src/render/theme.ts";
import { InitForm } from "../../src/ui/init-form.tsx";
import { lookOf } from "../../src/ui/theme.ts";
import { fakeTerminal } from "../terminal.ts";

const look = lookOf(fakeTerminal().io, theme(false));
const enter: InitInput = { kind: "enter" };
const typed = (text: string): InitInput => ({ kind: "text", text });
const toFile = [enter, enter, enter, enter, enter, enter];

function shown(inputs: readonly InitInput[], columns: number, rows = 40): string {
  const state = inputs.reduce(answer, initialInit({}, { region: "eu-west-1", name: "wildlife" }));
  const files = ["main.wf.hcl", ".gitignore"];
  const view = <InitForm state={state} files={files} size={{ columns, rows }} look={look} />;
  return `${renderToString(view, { columns })}\n`;
}

describe("the questions of wf init", () => {
  test.each([60, 80, 160])("at %i columns", async (columns) => {
    const steps = [
      [],
      [enter, typed("Europe")],
      [enter, typed("eu-wst-1")],
      [enter, enter, typed("big cats"), enter],
      [enter, enter, enter],
      toFile,
      [...toFile, enter],
      [enter, { kind: "cancel" } as const],
    ];
    const text = steps.map((inputs) => shown(inputs, columns)).join(`${"=".repeat(20)}\n`);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(columns);
    await expect(text).toMatchFileSnapshot(`expected/init-${columns}.txt`);
  });

  test("a file that is longer than the screen shows a part", () => {
    const text = shown([...toFile, { kind: "down" }, { kind: "down" }], 80, 20);
    expect(text.split("\n").length).toBeLessThan(20);
    expect(text).toContain("2 lines above, ");
    expect(text).toContain("scrolls");
  });
});
