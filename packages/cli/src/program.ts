import { Argument, Command, CommanderError, Option } from "@commander-js/extra-typings";
import { addApprovalOptions, type ApprovalFlags, toApproval } from "./approval-options.ts";
import type { ApplyCommandOptions } from "./commands/apply.ts";
import { shells } from "./completion/shells.ts";
import { type Context, createContext } from "./context.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { hasColor, type Io } from "./io.ts";
import { acceptOneDash } from "./one-dash.ts";
import { denyOption } from "./deny-option.ts";
import { commitName, milliseconds, port, pullRequestNumber, recoverWay } from "./option-values.ts";
import { planFormatOption } from "./plan-format.ts";
import {
  addPlanOptions,
  addVariableOptions,
  collect,
  parallelism,
  type PlanFlags,
  toPlanRequest,
} from "./plan-options.ts";
import { theme } from "./render/theme.ts";
import { tellUserError } from "./tell-user-error.ts";
import { UserError } from "./user-error.ts";
import { version } from "./version.ts";

/** Runs the program with these arguments and resolves to its exit code; what is wrong is told on stderr. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCode.fine;
  const program = createProgram(io, (result) => {
    code = result;
  });
  const longOptions = new Set(
    [program, ...program.commands].flatMap((command) =>
      command.options.flatMap((option) => option.long ?? []),
    ),
  );
  try {
    await program.parseAsync(acceptOneDash(args, longOptions), { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.error;
    if (!(error instanceof UserError)) throw error;
    tellUserError(io, theme(hasColor(io, io.stderr, !args.includes("--no-color"))), error);
    return exitCode.error;
  }
}

/** The whole command tree; a command's code is loaded when it runs. */
function createProgram(io: Io, finish: (code: ExitCode) => void) {
  const program = new Command("wf")
    .description("Plan and apply Amazon SageMaker private workforces, written as code.")
    .option("-C, --chdir <directory>", "work in another directory")
    .option("--no-color", "print without colours (as NO_COLOR does)")
    .option("--local", "use a region on this machine, kept in .wf/local.json, instead of AWS")
    .exitOverride()
    .showHelpAfterError("Run the command with --help to see what it takes.")
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
    });
  const context = (): Context => createContext(io, program.opts());

  program
    .command("init")
    .description("write a first configuration, asking for what the options leave open")
    .addOption(new Option("--provider <kind>", "the identity provider").choices(["oidc", "cognito"]))
    .option("--region <name>", "the region of the workforce; default: AWS_REGION, or us-east-1")
    .option("--name <name>", "the workforce's name; default: the directory's")
    .option("--group <name>", "a group of the first work team; repeatable", collect)
    .option("--issuer <address>", "oidc: the issuer, whose discovery document is used")
    .option("--client-id <id>", "the client's id at the identity provider")
    .option("--user-pool <id>", "cognito: the user pool")
    .option("-y, --yes", "ask nothing: take the defaults for the rest")
    .action(async (options) => {
      const { init } = await import("./commands/init.ts");
      finish(await init(context(), options));
    });

  program
    .command("pull")
    .description("print the configuration that describes a live region, made by whatever means")
    .option("--region <name>", "where to look; repeatable; default: AWS_REGION", collect)
    .option("--all-regions", "look in every region")
    .option("--profile <name>", "a profile of the AWS configuration files, written as an account block too")
    .option("--stack <name>", "the owner to be; default: the owner that is, or the directory's name")
    .option("--out <file>", "write it to a new file instead of printing it")
    .action(async (options) => {
      const { pull } = await import("./commands/pull.ts");
      finish(
        await pull(context(), {
          regions: options.region ?? [],
          allRegions: options.allRegions === true,
          profile: options.profile,
          stack: options.stack,
          out: options.out,
        }),
      );
    });

  program
    .command("fmt")
    .description("rewrite configuration files in canonical layout")
    .argument("[paths...]", "files and directories, or - for standard input; default: the directory")
    .option("--check", "change nothing; exit 3 where the layout differs")
    .option("--diff", "show what changes")
    .action(async (paths, options) => {
      const { fmt } = await import("./commands/fmt.ts");
      finish(await fmt(context(), paths, options));
    });

  const validateCommand = program
    .command("validate")
    .description("check the configuration without calling AWS")
    .addOption(
      new Option("--format <format>", "how to print; github: text and annotations of a workflow")
        .choices(["text", "json", "sarif", "github"] as const)
        .default("text" as const),
    )
    .option("--json", "the same as --format json");
  const validateVariables = addVariableOptions(validateCommand);
  validateCommand.action(async ({ format, json }) => {
    const { validate } = await import("./commands/validate.ts");
    finish(await validate(context(), validateVariables, json === true ? "json" : format));
  });

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
    .option("--json", "print what happens as newline-delimited JSON, the plan among it")
    .addOption(denyOption());
  const planVariables = addVariableOptions(planCommand);
  planCommand.action(async (directories, options) => {
    const { planCommand: runPlan } = await import("./commands/plan.ts");
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

  const driftCommand = program
    .command("drift")
    .description("tell whether what is live is what the configuration says: exit 2 where it is not")
    .option("--no-all-regions", "look only into regions that the configuration names")
    .option("--allow-private-idp", "ask identity providers at private addresses too")
    .option("--parallelism <number>", "how many regions to work on at once", parallelism, 10)
    .addOption(planFormatOption())
    .option("--json", "the same as --format json");
  const driftVariables = addVariableOptions(driftCommand);
  driftCommand.action(async (options) => {
    const { drift } = await import("./commands/drift.ts");
    finish(
      await drift(context(), {
        variables: driftVariables,
        request: toPlanRequest(options, false),
        format: options.json === true ? "json" : options.format,
      }),
    );
  });

  const carryOut = async (
    flags: PlanFlags & ApprovalFlags,
    asked: Pick<ApplyCommandOptions, "variables" | "file"> & { readonly destroy: boolean },
  ): Promise<void> => {
    const { applyCommand: runApply } = await import("./commands/apply.ts");
    const { destroy, ...rest } = asked;
    const request = toPlanRequest(flags, destroy);
    finish(await runApply(context(), { ...rest, request, ...toApproval(flags) }));
  };

  const applyCommand = addApprovalOptions(
    addPlanOptions(program.command("apply").description("plan, ask, and carry the plan out")).argument(
      "[file]",
      "a plan saved by wf plan --out",
    ),
  );
  const applyVariables = addVariableOptions(applyCommand);
  applyCommand.action((file, options) =>
    carryOut(options, { variables: applyVariables, file, destroy: false }),
  );

  program
    .command("show")
    .description("print a saved plan")
    .argument("<file>", "a plan saved by wf plan --out")
    .option("--browse", "walk through the plan on the terminal, instead of printing it")
    .addOption(planFormatOption())
    .option("--json", "the same as --format json")
    .action(async (file, options) => {
      const { show } = await import("./commands/show.ts");
      const format = options.json === true ? "json" : options.format;
      finish(await show(context(), file, { format, browse: options.browse === true }));
    });

  program
    .command("comment")
    .description("show plans on a GitHub pull request, one comment a stack, updated in place")
    .argument("<file>", "what wf plan --format markdown printed, or - for standard input")
    .option("--repository <owner/name>", "default: GITHUB_REPOSITORY")
    .option("--pull-request <number>", "default: that of the workflow", pullRequestNumber)
    .option("--commit <name>", "what was planned; default: the newest of the pull request", commitName)
    .action(async (file, { commit, pullRequest, repository }) => {
      const { comment } = await import("./commands/comment.ts");
      finish(await comment(context(), { file, pullRequest, repository, commit }));
    });

  const destroyCommand = addApprovalOptions(
    addPlanOptions(
      program.command("destroy").description("delete everything that the configuration describes"),
    ),
  );
  const destroyVariables = addVariableOptions(destroyCommand);
  destroyCommand.action((options) =>
    carryOut(options, { variables: destroyVariables, file: undefined, destroy: true }),
  );

  const consoleCommand = program
    .command("console")
    .description("evaluate expressions, from a terminal or a pipe")
    .option("--json", "print each value as JSON on a line of its own");
  const consoleVariables = addVariableOptions(consoleCommand);
  consoleCommand.action(async ({ json }) => {
    const { consoleCommand: runConsole } = await import("./commands/console.ts");
    finish(await runConsole(context(), { variables: consoleVariables, json: json === true }));
  });

  const outputCommand = program
    .command("output")
    .description("print the outputs as the live workforces make them")
    .argument("[name]", "one output, shown even if it is sensitive; default: all")
    .option("--json", "print as JSON, sensitive values too")
    .option("--raw", "print the text of one output as it is, for scripts");
  const outputVariables = addVariableOptions(outputCommand);
  outputCommand.action(async (name, { json, raw }) => {
    const { outputCommand: runOutput } = await import("./commands/output.ts");
    finish(
      await runOutput(context(), name, {
        variables: outputVariables,
        json: json === true,
        raw: raw === true,
      }),
    );
  });

  const doctorCommand = program
    .command("doctor")
    .description("check credentials, permissions, regions, and what the configuration's workforces need")
    .option("--region <name>", "where no configuration names one; default: AWS_REGION")
    .option("--read-only", "for credentials that only plan: leave out what may be changed")
    .option("--allow-private-idp", "ask identity providers at private addresses too")
    .option("--json", "print the checks as JSON");
  const doctorVariables = addVariableOptions(doctorCommand);
  doctorCommand.action(async (options) => {
    const { doctorCommand: runDoctor } = await import("./commands/doctor.ts");
    finish(
      await runDoctor(context(), {
        variables: doctorVariables,
        region: options.region,
        readOnly: options.readOnly === true,
        allowPrivateIdp: options.allowPrivateIdp === true,
        json: options.json === true,
      }),
    );
  });

  program
    .command("runs")
    .description("list the runs of wf apply and wf destroy, and what became of them")
    .option("--json", "print them as JSON")
    .action(async (options) => {
      const { runs } = await import("./commands/runs.ts");
      finish(await runs(context(), options.json === true));
    });

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
    const { recover } = await import("./commands/recover.ts");
    finish(
      await recover(context(), {
        variables: recoverVariables,
        how: recoverWay(options),
        ...toApproval(options),
        parallelism: options.parallelism,
      }),
    );
  });

  program
    .command("emulator")
    .description("run a region on this machine that AWS's own tools can talk to")
    .option("--port <number>", "the port on 127.0.0.1; 0 takes a free one", port, 4566)
    .option("--data <file>", "keep what it holds in this file")
    .option("--vpc-delay <milliseconds>", "how long a workforce in a VPC takes to change", milliseconds, 5000)
    .option("--latency <milliseconds>", "delay every answer", milliseconds, 0)
    .action(async (options) => {
      const { emulator } = await import("./commands/emulator.ts");
      finish(await emulator(context(), options));
    });

  program
    .command("lsp")
    .description("serve editors: mistakes as you type, completion, layout (Language Server Protocol)")
    // Editors add these to whatever they start.
    .addOption(new Option("--stdio", "over standard input and output, as it always is").hideHelp())
    .addOption(new Option("--clientProcessId <id>", "the editor's process").hideHelp())
    .action(async () => {
      const { lsp } = await import("./commands/lsp.ts");
      finish(await lsp(context()));
    });

  program
    .command("completion")
    .description("print a script that makes a shell complete commands and options")
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .action(async (shell) => {
      const { completion } = await import("./commands/completion.ts");
      completion(io, program, shell);
    });

  program
    .command("version")
    .description("print the version")
    .action(() => {
      io.stdout.write(`wf ${version}\n`);
    });

  return program;
}
