/** Prints what frames of the plan browser cost, as JSON; bundled and started by `screen.ts`, as Node runs no JSX. */
import type { PlanView, TargetView } from "@wf/engine";
import { render } from "ink";
import { createElement } from "react";
import { theme } from "../packages/cli/src/render/theme.ts";
import { BrowserScreen } from "../packages/cli/src/ui/browser-screen.tsx";
import { lookOf } from "../packages/cli/src/ui/theme.ts";
import { planStates, viewOf } from "../packages/cli/test/plan-states.ts";
import { fakeTerminal } from "../packages/cli/test/terminal.ts";

const teams = 25;
const frames = 60;

/** Regions with a workforce that is replaced and its teams. */
async function fleet(regions: number): Promise<PlanView> {
  const view = await viewOf(planStates.replace);
  const targets = view.targets.flatMap((target) =>
    Array.from({ length: regions }, (_, index): TargetView => {
      const [workforce, workteam] = target.resources;
      const copies = Array.from({ length: teams }, (__, team) => ({ name: `readers-${team + 1}` }));
      return {
        ...target,
        region: `xx-region-${index + 1}`,
        address: `workforce.radiology["xx-region-${index + 1}"]`,
        resources: [
          ...(workforce === undefined ? [] : [workforce]),
          ...(workteam === undefined ? [] : copies.map((copy) => ({ ...workteam, ...copy }))),
        ],
      };
    }),
  );
  return { ...view, targets };
}

/** Longer than Ink waits between two frames. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 45));
}

/** CPU time in milliseconds for each of these keys, one frame each. */
async function costOf(view: PlanView, before: string, key: string, presses = frames): Promise<number> {
  const { io } = fakeTerminal({ TERM: "xterm-256color" }, { columns: 160, rows: 50 });
  const { stdin, stdout } = io;
  const screen = createElement(BrowserScreen, {
    view,
    look: lookOf(io, theme(true)),
    choosing: true,
    back: "back to the question",
    from: undefined,
    onEnd: () => undefined,
  });
  const instance = render(screen, { stdin, stdout, interactive: true });
  await settle();
  for (const each of before) stdin.push(each);
  await settle();
  const started = process.cpuUsage();
  for (let press = 0; press < presses; press += 1) {
    stdin.push(key);
    await settle();
  }
  const { system, user } = process.cpuUsage(started);
  instance.unmount();
  return (user + system) / 1000 / presses;
}

const results: Record<string, readonly number[]> = {};
await costOf(await fleet(10), "E", "j");
for (const regions of [1, 100, 1000]) {
  const view = await fleet(regions);
  results[regions] = [
    await costOf(view, "", "j"),
    await costOf(view, "E", "\u001B[6~"),
    await costOf(view, "", "c"),
    await costOf(view, "", "x"),
    // Everything is laid out once.
    await costOf(view, "/nowhere", "\r", 1),
  ];
}
process.stdout.write(JSON.stringify(results));
