import { performance } from "node:perf_hooks";
import type { PlanView, TargetView } from "@wf/engine";
import { renderPlanJson } from "../packages/cli/src/render/plan-json.ts";
import { renderPlanMarkdown } from "../packages/cli/src/render/plan-markdown.ts";
import { renderPlanText } from "../packages/cli/src/render/plan-text.ts";
import { theme } from "../packages/cli/src/render/theme.ts";
import { planStates, viewOf } from "../packages/cli/test/plan-states.ts";

// How long a plan takes to be printed in each format, and how long it gets: one region, and a fleet of a thousand.
const rounds = 15;
const one = await viewOf(planStates.replace);

function fleet(view: PlanView, regions: number): PlanView {
  const targets = view.targets.flatMap((target): readonly TargetView[] =>
    Array.from({ length: regions }, (_, index) => ({
      ...target,
      region: `xx-region-${index + 1}`,
      address: `workforce.radiology["xx-region-${index + 1}"]`,
    })),
  );
  return { ...view, targets };
}

const renderers = {
  text: (view: PlanView) => renderPlanText(view, theme(false)),
  "text, coloured": (view: PlanView) => renderPlanText(view, theme(true)),
  markdown: (view: PlanView) => renderPlanMarkdown(view),
  json: renderPlanJson,
} as const satisfies Readonly<Record<string, (view: PlanView) => string>>;

function medianTime(work: () => unknown): number {
  const times = Array.from({ length: rounds + 2 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return times.slice(2).toSorted((left, right) => left - right)[Math.floor(rounds / 2)] ?? Number.NaN;
}

console.log("| format | regions | time | size |\n| --- | ---: | ---: | ---: |");
for (const [name, render] of Object.entries(renderers)) {
  for (const regions of [1, 1000]) {
    const view = fleet(one, regions);
    const time = medianTime(() => render(view)).toFixed(2);
    console.log(`| ${name} | ${regions} | ${time} ms | ${render(view).length} characters |`);
  }
}
