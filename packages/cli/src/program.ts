import { Command, CommanderError } from "@commander-js/extra-typings";
import { type Context, createContext } from "./context.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { hasColor, type Io } from "./io.ts";
import { acceptOneDash } from "./one-dash.ts";
import { applyCommands } from "./program/apply-commands.ts";
import { configurationCommands } from "./program/configuration-commands.ts";
import { planCommands } from "./program/plan-commands.ts";
import type { Declarations } from "./program/session.ts";
import { toolCommands } from "./program/tool-commands.ts";
import { theme } from "./render/theme.ts";
import { tellUserError } from "./tell-user-error.ts";
import { refuseTerraformsOwn } from "./terraform-commands.ts";
import { UserError } from "./user-error.ts";
import { version } from "./version.ts";

const declarations: Declarations = {
  ...configurationCommands,
  ...planCommands,
  ...applyCommands,
  ...toolCommands,
};

/** Runs the program with these arguments and resolves to its exit code; what is wrong is told on stderr. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCode.fine;
  const program = createProgram(io, args, (result) => {
    code = result;
  });
  const longOptions = new Set(
    [program, ...program.commands].flatMap((command) =>
      command.options.flatMap((option) => option.long ?? []),
    ),
  );
  try {
    refuseTerraformsOwn(commandOf(args));
    await program.parseAsync(acceptOneDash(args, longOptions), { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.error;
    const told = error instanceof UserError ? error : unforeseen(error);
    tellUserError(io, theme(hasColor(io, io.stderr, !args.includes("--no-color"))), told);
    return exitCode.error;
  }
}

/** What nobody has a better word for: a file system that refuses, or a fault of the program, whose place is told. */
function unforeseen(error: unknown): UserError {
  if (!(error instanceof Error)) throw error;
  if (error.name === "RemoteError")
    return new UserError(
      error.message,
      "Run the command again, or look at what surrounds it with wf doctor.",
    );
  if ("syscall" in error) {
    const help = "The command ended there. Run wf plan to see what the region holds now.";
    return new UserError(`The system refuses: ${error.message}.`, help, { cause: error });
  }
  const place = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return new UserError(
    `This is a fault of wf itself: ${error.message}`,
    ["Please report it, with these lines:", ...place.slice(0, 10)].join("\n"),
    { cause: error },
  );
}

/** The command tree, as far as the arguments need it; a command's code is loaded when it runs. */
function createProgram(io: Io, args: readonly string[], finish: (code: ExitCode) => void): Command {
  const program = new Command("wf")
    .description("Plan and apply Amazon SageMaker private workforces, written as code.")
    .option(
      "-C, --chdir <directory>",
      "take another directory's configuration; files named here stay relative to this one",
    )
    .version(`wf ${version}`, "-v, --version", "print the version")
    .option("--no-color", "print without colours (as NO_COLOR does)")
    .option("--local", "use a region on this machine, kept in .wf/local.json, instead of AWS")
    .exitOverride()
    .showHelpAfterError("Run the command with --help to see what it takes.")
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
    });
  const context = (): Context => createContext(io, program.opts());
  for (const declare of declarationsFor(args)) declare({ io, program, context, finish });
  return program;
}

/** Of the command that is asked for; of all where none is, or where it tells of all. Declaring all takes milliseconds. */
function declarationsFor(args: readonly string[]): readonly Declarations[string][] {
  const asked = commandOf(args);
  const declare = asked === "completion" ? undefined : declarations[asked ?? ""];
  return declare === undefined ? Object.values(declarations) : [declare];
}

/** The first argument that is no option, nor the value of one; nothing behind a wish for help. */
function commandOf(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg, index) => !arg.startsWith("-") && !takesValue(args[index - 1]));
  return args.slice(0, at).some((arg) => arg === "--help" || arg === "-h") ? undefined : args[at];
}

function takesValue(option: string | undefined): boolean {
  return option !== undefined && /^(?:-C|--?chdir)$/.test(option);
}
