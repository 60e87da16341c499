import { type ApprovalFlags, addApprovalOptions, toApproval } from "../approval-options.ts";
import type { ApplyCommandOptions } from "../commands/apply.ts";
import { recoverWay } from "../option-values.ts";
import {
  type PlanFlags,
  addPlanOptions,
  addVariableOptions,
  parallelism,
  toPlanRequest,
} from "../plan-options.ts";
import type { Declarations, Session } from "./session.ts";

/** Commands that change what is live, and what became of their runs. */
export const applyCommands = {
  apply(session) {
    const applyCommand = addApprovalOptions(
      addPlanOptions(
        session.program.command("apply").description("plan, ask, and carry the plan out"),
      ).argument("[file]", "a plan saved by wf plan --out"),
    );
    const applyVariables = addVariableOptions(applyCommand);
    applyCommand.action((file, options) =>
      carryOut(session, options, { variables: applyVariables, file, destroy: false }),
    );
  },

  destroy(session) {
    const destroyCommand = addApprovalOptions(
      addPlanOptions(
        session.program.command("destroy").description("delete everything that the configuration describes"),
      ),
    );
    const destroyVariables = addVariableOptions(destroyCommand);
    destroyCommand.action((options) =>
      carryOut(session, options, { variables: destroyVariables, file: undefined, destroy: true }),
    );
  },

  runs({ program, context, finish }) {
    program
      .command("runs")
      .description("list the runs of wf apply and wf destroy, and what became of them")
      .option("--json", "print them as JSON")
      .action(async (options) => {
        const { runs } = await import("../commands/runs.ts");
        finish(await runs(context(), options.json === true));
      });
  },

  recover({ program, context, finish }) {
    const recoverCommand = addApprovalOptions(
      program
        .command("recover")
        .description("end the newest run that is unfinished, asking on a terminal how")
        .option("--continue", "go on with the run, without being asked how")
        .option("--rollback", "put back what the run deleted, instead of going on")
        .option("--forget", "count the run as over, and change nothing"),
    ).option("--parallelism <number>", "how many regions to work on at once", parallelism, 10);
    const recoverVariables = addVariableOptions(recoverCommand);
    recoverCommand.action(async (options) => {
      const { recover } = await import("../commands/recover.ts");
      finish(
        await recover(context(), {
          variables: recoverVariables,
          how: recoverWay(options),
          ...toApproval(options),
          parallelism: options.parallelism,
        }),
      );
    });
  },
} satisfies Declarations;

async function carryOut(
  { context, finish }: Session,
  flags: PlanFlags & ApprovalFlags,
  asked: Pick<ApplyCommandOptions, "variables" | "file"> & { readonly destroy: boolean },
): Promise<void> {
  const { applyCommand } = await import("../commands/apply.ts");
  const { destroy, ...rest } = asked;
  const request = toPlanRequest(flags, destroy);
  finish(await applyCommand(context(), { ...rest, request, ...toApproval(flags) }));
}
