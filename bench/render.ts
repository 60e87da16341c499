import type { PlanView, TargetView } from "@wf/engine";
import { renderPlanJson } from "../packages/cli/src/render/plan-json.ts";
import { renderPlanMarkdown } from "../packages/cli/src/render/plan-markdown.ts";
import { renderPlanText } from "../packages/cli/src/render/plan-text.ts";
import { theme } from "../packages/cli/src/render/theme.ts";
import { planStates, viewOf } from "../packages/cli/test/plan-states.ts";
import type { Chapter } from "./chapter.ts";
import { timeWarm } from "./in-process.ts";
import { table } from "./markdown.ts";

function repeated(view: PlanView, regions: number): PlanView {
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
  markdown: (view: PlanView) => renderPlanMarkdown(view, { place: "." }),
  json: renderPlanJson,
} as const satisfies Readonly<Record<string, (view: PlanView) => string>>;

const counts = [1, 1000];

/** How long a plan takes to be printed in each format, and how long it gets: one region, and a fleet of a thousand. */
export async function render(): Promise<Chapter> {
  const one = await viewOf(planStates.replace);
  const views = new Map(counts.map((count) => [count, repeated(one, count)]));
  const tasks = Object.entries(renderers).flatMap(([name, renderer]) =>
    [...views].map(([count, view]) => ({
      key: `${name}, ${count}`,
      name,
      count,
      work: () => renderer(view),
    })),
  );
  const times = await timeWarm(Object.fromEntries(tasks.map(({ key, work }) => [key, work])), 5);
  const timeOf = (key: string): number => times.get(key) ?? Number.NaN;
  const rows = tasks.map(({ key, name, count, work }) => [
    name,
    `${count}`,
    `${timeOf(key).toFixed(2)} ms`,
    `${work().length} characters`,
  ]);
  return {
    text: [
      "## Printing plans",
      "A replacement with its steps and its impact, of one region and of a thousand. Markdown stays below what GitHub takes as a comment.",
      table(["format", "regions", "time", "size"], rows),
    ].join("\n\n"),
    ratios: Object.fromEntries(
      Object.keys(renderers).map((name) => [
        `${name} of 1,000 regions, against 1,000 times JSON of one`,
        timeOf(`${name}, 1000`) / (1000 * timeOf("json, 1")),
      ]),
    ),
  };
}
