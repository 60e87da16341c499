import type { PlanView } from "@wf/engine";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderPlanJson } from "../../src/render/plan-json.ts";
import { renderPlanMarkdown } from "../../src/render/plan-markdown.ts";
import { renderPlanText } from "../../src/render/plan-text.ts";
import { theme } from "../../src/render/theme.ts";
import { hostileText, nasty } from "../hostile.ts";
import { blocks, strange } from "../markdown-nodes.ts";
import { planStates, viewOf } from "../plan-states.ts";

const hidden = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** A plan whose sentences on the work in flight the engine makes itself, of names that anyone could have given. */
async function viewOfWork(text: string): Promise<PlanView> {
  return viewOf({
    ...planStates["work-in-flight"],
    usage: {
      tasks: new Map([
        ["readers", { readable: true, value: { pending: 12, labelingJobs: [text, `${text}2`, text, text] } }],
        [text, { readable: true, value: { pending: 1, labelingJobs: [text] } }],
        ["night-shift", { readable: false, reason: text }],
      ]),
      flowDefinitions: {
        readable: true,
        value: [
          { name: text, workteam: "readers" },
          { name: text, workteam: text },
        ],
      },
    },
  });
}

async function shown(text: string): Promise<object> {
  const view = await viewOfWork(text);
  const markdown = renderPlanMarkdown(view, { place: "." });
  const plain = renderPlanText(view, theme(false), 10_000_000);
  const json = renderPlanJson(view);
  return {
    blocks: blocks(markdown),
    strange: strange(markdown),
    lines: plain.split("\n").length,
    hidden: [hidden.exec(plain), hidden.exec(json)],
    impact: view.targets[0]?.impact.length,
  };
}

describe("names of labeling jobs, flow definitions and teams, in what the workers notice", () => {
  test.each(nasty.map((text) => [text.slice(0, 40), text]))(
    "%j is inert in every format",
    async (_, text) => {
      expect(await shown(text)).toEqual({ ...(await shown("harmless")), strange: [], hidden: [null, null] });
    },
  );

  test("are inert however they are put together", async () => {
    const meant = await shown("harmless");
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        expect(await shown(text)).toEqual({ ...meant, strange: [], hidden: [null, null] });
      }),
    );
  });
});
