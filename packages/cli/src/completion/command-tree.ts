import { preflightChecks } from "@wf/engine";
import type { CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { deniable } from "../deny.ts";

/** What can be typed after `wf`, as data for the scripts of the shells. */
export interface CommandTree {
  readonly name: string;
  /** Options that every command takes. */
  readonly options: readonly CompletedOption[];
  readonly commands: readonly CompletedCommand[];
}

/** One command. */
interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** What its arguments are; nothing where it takes none. */
  readonly argument: CompletedValue | undefined;
}

/** One option, in each of its spellings. */
export interface CompletedOption {
  readonly flags: readonly string[];
  readonly description: string;
  /** What follows it; nothing where it stands alone. */
  readonly value: CompletedValue | undefined;
}

/** What a shell offers for a value. */
export type CompletedValue =
  | { readonly kind: "files" }
  | { readonly kind: "directories" }
  | { readonly kind: "words"; readonly words: readonly string[] }
  /** Something that only the user knows. */
  | { readonly kind: "text" };

/** Reads the tree that the program is made of. */
export function commandTree(program: CommandUnknownOpts): CommandTree {
  const help = program.createHelp();
  return {
    name: program.name(),
    options: help.visibleOptions(program).map(describeOption),
    commands: help
      .visibleCommands(program)
      .filter((command) => command.name() !== "help")
      .map((command) => {
        const [argument] = command.registeredArguments;
        return {
          name: command.name(),
          description: command.description(),
          options: help
            .visibleOptions(command)
            .filter(({ long }) => long !== "--help")
            .map(describeOption),
          argument: argument && valueNamed(argument.name(), argument.argChoices),
        };
      }),
  };
}

function describeOption(option: Option): CompletedOption {
  const { argChoices, description, flags, long, short } = option;
  const name = /[<[]([^>\].]+)/.exec(flags)?.[1];
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    description,
    value: name === undefined ? undefined : valueNamed(name, argChoices),
  };
}

/** The name that stands for a value in the help says what it is. */
function valueNamed(name: string, choices: readonly string[] | undefined): CompletedValue {
  if (choices !== undefined) return { kind: "words", words: choices };
  if (name === "what") return { kind: "words", words: deniable };
  if (name === "check") return { kind: "words", words: Object.keys(preflightChecks) };
  if (name === "file" || name === "paths") return { kind: "files" };
  return name === "directory" || name === "directories" ? { kind: "directories" } : { kind: "text" };
}
