import { Option } from "@commander-js/extra-typings";
import { jsonOption } from "../json-option.ts";
import { addVariableOptions, collect } from "../plan-options.ts";
import type { Declarations } from "./session.ts";

/** Commands that read or write configurations. */
export const configurationCommands = {
  init({ program, context, finish }) {
    program
      .command("init")
      .description("write a first configuration, asking for what the options leave open")
      .addOption(new Option("--provider <kind>", "the identity provider").choices(["oidc", "cognito"]))
      .option(
        "--region <name>",
        "the region of the workforce; default: AWS_REGION or the profile's, or us-east-1",
      )
      .option("--name <name>", "the workforce's name; default: the directory's")
      .option("--group <name>", "a group of the first work team; repeatable", collect)
      .option("--issuer <address>", "oidc: the issuer, whose discovery document is used")
      .option("--client-id <id>", "the client's id at the identity provider")
      .option("--user-pool <id>", "cognito: the user pool")
      .option("-y, --yes", "ask nothing: take the defaults for the rest")
      .action(async (options) => {
        const { init } = await import("../commands/init.ts");
        finish(await init(context(), options));
      });
  },

  pull({ program, context, finish }) {
    program
      .command("pull")
      .description("print the configuration that describes a live region, made by whatever means")
      .option("--region <name>", "where to look; repeatable; default: AWS_REGION or the profile's", collect)
      .option("--all-regions", "look in every region")
      .option("--profile <name>", "a profile of the AWS configuration files, written as an account block too")
      .option("--stack <name>", "the owner to be; default: the owner that is, or the directory's name")
      .option("--out <file>", "write it to a new file instead of printing it")
      .action(async (options) => {
        const { pull } = await import("../commands/pull.ts");
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
  },

  fmt({ program, context, finish }) {
    program
      .command("fmt")
      .description("rewrite configuration files in canonical layout")
      .argument("[paths...]", "files and directories, or - for standard input; default: the directory")
      .option("--check", "change nothing; exit 3 where the layout differs")
      .option("--diff", "show what changes")
      .option("--recursive", "those in directories below, too")
      .action(async (paths, options) => {
        const { fmt } = await import("../commands/fmt.ts");
        finish(await fmt(context(), paths, options));
      });
  },

  validate({ program, context, finish }) {
    const validateCommand = program
      .command("validate")
      .description("check the configuration without calling AWS")
      .addOption(
        new Option("--format <format>", "how to print; github: text and annotations of a workflow")
          .choices(["text", "json", "sarif", "github"] as const)
          .default("text" as const),
      )
      .addOption(jsonOption());
    const validateVariables = addVariableOptions(validateCommand);
    validateCommand.action(async ({ format, json }) => {
      const { validate } = await import("../commands/validate.ts");
      finish(await validate(context(), validateVariables, json === true ? "json" : format));
    });
  },
} satisfies Declarations;
