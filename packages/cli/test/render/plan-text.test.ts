import { describe, expect, test } from "vitest";
import { renderPlanText } from "../../src/render/plan-text.ts";
import { theme } from "../../src/render/theme.ts";
import { planStates, viewOf } from "../plan-states.ts";

describe.each(Object.entries(planStates))("a plan in the state %s", (name, state) => {
  test("reads as its golden file says", async () => {
    const text = renderPlanText(await viewOf(state), theme(false));
    await expect(text).toMatchFileSnapshot(`expected/plans/${name}.txt`);
  });

  test.each([60, 80, 100])("keeps its prose within %i columns", async (width) => {
    const lines = renderPlanText(await viewOf(state), theme(false), width).split("\n");
    // Values and names are never broken; sentences are.
    const prose = lines.filter((line) => / (!|Warning:|Note:|Refused:|#) /.test(line));
    expect(prose.filter((line) => line.length > width && line.trim().split(" ").length > 6)).toEqual([]);
  });

  test("differs in colours only from the plain one", async () => {
    const view = await viewOf(state);
    // oxlint-disable-next-line no-control-regex -- colours start with ESC
    const plain = renderPlanText(view, theme(true)).replace(/\u001B\[[0-9;]*m/g, "");
    expect(plain).toBe(renderPlanText(view, theme(false)));
  });
});
