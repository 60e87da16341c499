import { denyOption } from "../deny-option.ts";
import { jsonOption } from "../json-option.ts";
import { commitName, pullRequestNumber } from "../option-values.ts";
import { planFormatOption } from "../plan-format.ts";
import { addPlanOptions, addVariableOptions, parallelism, toPlanRequest } from "../plan-options.ts";
import type { Declarations } from "./session.ts";

/** Commands that show plans. */
export const planCommands = {
  plan({ program, context, finish }) {
    const planCommand = addPlanOptions(
      program.command("plan").description("show what would happen, and change nothing"),
    )
      .argument("[directories...]", "plan each of these, and make one report; default: the directory")
      .option("--recursive", "plan every directory below that holds a configuration")
      .option("--destroy", "plan the deletion of everything that the configuration describes")
      .option("--out <file>", "save the plan, to be applied as it is")
      .option("--browse", "walk through the plan on the terminal, instead of printing it")
      .option("--detailed-exitcode", "exit 2 when there are changes")
      .addOption(planFormatOption())
      .addOption(jsonOption("print what happens as newline-delimited JSON, the plan among it"))
      .addOption(denyOption());
    const planVariables = addVariableOptions(planCommand);
    planCommand.action(async (directories, options) => {
      const { planCommand: runPlan } = await import("../commands/plan.ts");
      finish(
        await runPlan(context(), {
          variables: planVariables,
          request: toPlanRequest(options, options.destroy === true),
          out: options.out,
          detailedExitcode: options.detailedExitcode === true,
          deny: options.deny ?? [],
          directories,
          recursive: options.recursive === true,
          format: options.json === true ? "events" : options.format,
          browse: options.browse === true,
        }),
      );
    });
  },

  drift({ program, context, finish }) {
    const driftCommand = program
      .command("drift")
      .description("tell whether what is live is what the configuration says: exit 2 where it is not")
      .option("--no-all-regions", "look only into regions that the configuration names")
      .option("--allow-private-idp", "ask identity providers at private addresses too")
      .option("--parallelism <number>", "how many regions to work on at once", parallelism, 10)
      .addOption(planFormatOption())
      .addOption(jsonOption());
    const driftVariables = addVariableOptions(driftCommand);
    driftCommand.action(async (options) => {
      const { drift } = await import("../commands/drift.ts");
      finish(
        await drift(context(), {
          variables: driftVariables,
          request: toPlanRequest(options, false),
          format: options.json === true ? "json" : options.format,
        }),
      );
    });
  },

  show({ program, context, finish }) {
    program
      .command("show")
      .description("print a saved plan")
      .argument("<file>", "a plan saved by wf plan --out")
      .option("--browse", "walk through the plan on the terminal, instead of printing it")
      .addOption(planFormatOption())
      .addOption(jsonOption())
      .action(async (file, options) => {
        const { show } = await import("../commands/show.ts");
        const format = options.json === true ? "json" : options.format;
        finish(await show(context(), file, { format, browse: options.browse === true }));
      });
  },

  comment({ program, context, finish }) {
    program
      .command("comment")
      .description("show plans on a GitHub pull request, one comment a stack, updated in place")
      .argument("<file>", "what wf plan --format markdown printed, or - for standard input")
      .option("--repository <owner/name>", "default: GITHUB_REPOSITORY")
      .option("--pull-request <number>", "default: that of the workflow", pullRequestNumber)
      .option("--commit <name>", "what was planned; default: the newest of the pull request", commitName)
      .action(async (file, { commit, pullRequest, repository }) => {
        const { comment } = await import("../commands/comment.ts");
        finish(await comment(context(), { file, pullRequest, repository, commit }));
      });
  },
} satisfies Declarations;
