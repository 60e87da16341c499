import type { PlanView } from "@wf/engine";
import type { Context } from "./context.ts";
import { isInteractive } from "./io.ts";
import type { PlanFormat } from "./plan-format.ts";
import { UserError } from "./user-error.ts";

/** Refuses `--browse` where nobody could walk through a plan, before there is one. */
export function checkBrowse(context: Context, format: PlanFormat): void {
  if (format !== "text") {
    throw new UserError(
      `--browse is for a person, and --format ${format} is for something else.`,
      "Leave one of the two out.",
    );
  }
  if (isInteractive(context.io)) return;
  throw new UserError(
    "--browse needs a terminal, with TERM and CI as a person has them.",
    "Leave it out: the plan is printed then.",
  );
}

/** Lets a person walk through a plan; what stays on the screen is its total. */
export async function showInBrowser(context: Context, view: PlanView): Promise<void> {
  const { browsePlan } = await import("./ui/run-browser.tsx");
  await browsePlan(context.io, view, { back: "leaves", choosing: false, colors: context.out });
  context.io.stdout.write(`${context.out.strong(view.summary)}\n`);
}
