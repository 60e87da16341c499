import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planMarker } from "../../src/render/plan-marker.ts";
import { renderPlanMarkdown } from "../../src/render/plan-markdown.ts";
import { hostileText, nasty, viewWith } from "../hostile.ts";
import { blocks, strange } from "../markdown-nodes.ts";
import { planStates, viewOf } from "../plan-states.ts";

const hint = { command: ["wf", "apply", "plan.json"], exact: true, variables: ["client_secret"] };

describe.each(Object.entries(planStates))("a plan in the state %s", (name, state) => {
  test("reads as its golden file says", async () => {
    const text = renderPlanMarkdown(await viewOf(state), { place: ".", hint });
    await expect(text).toMatchFileSnapshot(`expected/plans/${name}.md`);
  });
});

/** The nodes of the same document when nobody wrote anything into it. */
const meant = blocks(document("harmless"));
function document(text: string): string {
  return renderPlanMarkdown(viewWith(text), {
    place: text,
    hint: { ...hint, command: ["wf", "-C", text, "apply", text] },
  });
}

function inert(text: string): object {
  const markdown = document(text);
  return { blocks: blocks(markdown), strange: strange(markdown) };
}

describe("other people's text", () => {
  test.each(nasty.map((text) => [text.slice(0, 40), text]))("%j is inert", (_, text) => {
    expect(inert(text)).toEqual({ blocks: meant, strange: [] });
  });

  test("is inert however it is put together", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(inert(text)).toEqual({ blocks: meant, strange: [] });
      }),
      { numRuns: 300 },
    );
  });

  test("cannot make another stack's marker", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (left, right) => {
        expect(planMarker(".", left) === planMarker(".", right)).toBe(left === right);
        expect(planMarker(left, "radiology") === planMarker(right, "radiology")).toBe(left === right);
        expect(document(left).match(/^<!-- wf:plan:/gm)).toHaveLength(1);
      }),
    );
  });
});

describe("a plan that GitHub would not take", () => {
  test.each([100, 1000, 5000])("is cut for %i regions, the steps first, and says so", (regions) => {
    const markdown = renderPlanMarkdown(viewWith("radiology", regions), { place: ".", hint });
    expect(markdown.length).toBeLessThanOrEqual(65_536);
    expect(markdown).toMatch(/Cut to stay within GitHub's 65,536 characters: .*regions' steps/);
    expect(markdown).toContain("What the workers notice");
    expect(markdown).toContain("wf apply plan.json");
  });
});
