import { Argument, Option } from "@commander-js/extra-typings";
import { shells } from "../completion/shells.ts";
import { milliseconds, port } from "../option-values.ts";
import { addVariableOptions } from "../plan-options.ts";
import { version } from "../version.ts";
import type { Declarations } from "./session.ts";

/** Commands for looking at things, and for other programs. */
export const toolCommands = {
  console({ program, context, finish }) {
    const consoleCommand = program
      .command("console")
      .description("evaluate expressions, from a terminal or a pipe")
      .option("--json", "print each value as JSON on a line of its own");
    const consoleVariables = addVariableOptions(consoleCommand);
    consoleCommand.action(async ({ json }) => {
      const { consoleCommand: runConsole } = await import("../commands/console.ts");
      finish(await runConsole(context(), { variables: consoleVariables, json: json === true }));
    });
  },

  output({ program, context, finish }) {
    const outputCommand = program
      .command("output")
      .description("print the outputs as the live workforces make them")
      .argument("[name]", "one output, shown even if it is sensitive; default: all")
      .option("--json", "print as JSON, sensitive values too")
      .option("--raw", "print the text of one output as it is, for scripts");
    const outputVariables = addVariableOptions(outputCommand);
    outputCommand.action(async (name, { json, raw }) => {
      const { outputCommand: runOutput } = await import("../commands/output.ts");
      finish(
        await runOutput(context(), name, {
          variables: outputVariables,
          json: json === true,
          raw: raw === true,
        }),
      );
    });
  },

  doctor({ program, context, finish }) {
    const doctorCommand = program
      .command("doctor")
      .description("check credentials, permissions, regions, and what the configuration's workforces need")
      .option("--region <name>", "where no configuration names one; default: AWS_REGION or the profile's")
      .option("--read-only", "for credentials that only plan: leave out what may be changed")
      .option("--allow-private-idp", "ask identity providers at private addresses too")
      .option("--json", "print the checks as JSON");
    const doctorVariables = addVariableOptions(doctorCommand);
    doctorCommand.action(async (options) => {
      const { doctorCommand: runDoctor } = await import("../commands/doctor.ts");
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
  },

  emulator({ program, context, finish }) {
    program
      .command("emulator")
      .description("run a region on this machine that AWS's own tools can talk to")
      .option("--port <number>", "the port on 127.0.0.1; 0 takes a free one", port, 4566)
      .option("--data <file>", "keep what it holds in this file")
      .option(
        "--vpc-delay <milliseconds>",
        "how long a workforce in a VPC takes to change",
        milliseconds,
        5000,
      )
      .option("--latency <milliseconds>", "delay every answer", milliseconds, 0)
      .action(async (options) => {
        const { emulator } = await import("../commands/emulator.ts");
        finish(await emulator(context(), options));
      });
  },

  lsp({ program, context, finish }) {
    program
      .command("lsp")
      .description("serve editors: mistakes as you type, completion, layout (Language Server Protocol)")
      // Editors add these to whatever they start.
      .addOption(new Option("--stdio", "over standard input and output, as it always is").hideHelp())
      .addOption(new Option("--clientProcessId <id>", "the editor's process").hideHelp())
      .action(async () => {
        const { lsp } = await import("../commands/lsp.ts");
        finish(await lsp(context()));
      });
  },

  completion({ program, io }) {
    program
      .command("completion")
      .description("print a script that makes a shell complete commands and options")
      .addArgument(new Argument("<shell>", "the shell").choices(shells))
      .action(async (shell) => {
        const { completion } = await import("../commands/completion.ts");
        completion(io, program, shell);
      });
  },

  version({ program, io }) {
    program
      .command("version")
      .description("print the version")
      .action(() => {
        io.stdout.write(`wf ${version}\n`);
      });
  },
} satisfies Declarations;
