import { assertNever } from "@wf/parser";
import type { CommandTree, CompletedOption, CompletedValue } from "./command-tree.ts";

/** A completion for fish: one line for each command and option. */
export function fishCompletion({ name, options, commands }: CommandTree): string {
  return [
    `# Completion of ${name} for fish. Write it where fish looks for it:`,
    `#   ${name} completion fish > ~/.config/fish/completions/${name}.fish`,
    "",
    `complete -c ${name} -f`,
    ...options.map((option) => `complete -c ${name} ${optionArguments(option)}`),
    ...commands.flatMap((command) => [
      "",
      `complete -c ${name} -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.description)}`,
      ...command.options.map(
        (option) => `complete -c ${name} ${seen(command.name)} ${optionArguments(option)}`,
      ),
      ...(command.argument === undefined || command.argument.kind === "text"
        ? []
        : [`complete -c ${name} ${seen(command.name)} ${offered(command.argument)}`]),
    ]),
    "",
  ].join("\n");
}

function seen(command: string): string {
  return `-n ${quoted(`__fish_seen_subcommand_from ${command}`)}`;
}

function optionArguments({ flags, description, value }: CompletedOption): string {
  const spelled = flags.map((flag) =>
    flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  );
  const follows = value === undefined ? [] : ["-r", offered(value)];
  return [...spelled, ...follows, `-d ${quoted(description)}`].join(" ");
}

function offered(value: CompletedValue): string {
  switch (value.kind) {
    case "files":
      return "-F";
    case "directories":
      return `-f -a ${quoted("(__fish_complete_directories)")}`;
    case "words":
      return `-f -a ${quoted(value.words.join(" "))}`;
    case "text":
      return "-f";
    default:
      return assertNever(value);
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}
