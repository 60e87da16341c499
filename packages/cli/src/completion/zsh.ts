import { assertNever } from "@wf/parser";
import type { CommandTree, CompletedOption, CompletedValue } from "./command-tree.ts";

/** A completion for zsh, by its own `_arguments`. */
export function zshCompletion({ name, options, commands }: CommandTree): string {
  const own = options.map(optionSpec);
  return `#compdef ${name}
# Completion of ${name} for zsh. Add this line to ~/.zshrc, after compinit:
#   eval "$(${name} completion zsh)"

_${name}_commands() {
  local -a commands=(
${commands.map((command) => `    ${quoted(`${command.name}:${command.description.replaceAll(":", String.raw`\:`)}`)}`).join("\n")}
  )
  _describe command commands
}

_${name}() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C \\
    ${[...own, quoted(`1: :_${name}_commands`), quoted("*:: :->arguments")].join(" \\\n    ")} && return
  case $line[1] in
${commands
  .map((command) => {
    const argument = command.argument === undefined ? [] : [quoted(`*:argument:${action(command.argument)}`)];
    const specs = [...command.options.map(optionSpec), ...own, ...argument];
    return `    ${command.name})\n      _arguments \\\n        ${specs.join(" \\\n        ")}\n      ;;`;
  })
  .join("\n")}
  esac
}

if [[ $funcstack[1] == _${name} ]]; then
  _${name} "$@"
else
  compdef _${name} ${name}
fi
`;
}

/** All options may be repeated: which may not is for the program to say. */
function optionSpec({ flags, description, value }: CompletedOption): string {
  const what = `[${description.replaceAll(/[[\]:\\]/g, String.raw`\$&`)}]`;
  const follows = value === undefined ? "" : `:value:${action(value)}`;
  return flags
    .map((flag) =>
      quoted(`*${flag}${flag.startsWith("--") && value !== undefined ? "=" : ""}${what}${follows}`),
    )
    .join(" ");
}

function action(value: CompletedValue): string {
  switch (value.kind) {
    case "files":
      return "_files";
    case "directories":
      return "_directories";
    case "words":
      return `(${value.words.join(" ")})`;
    case "text":
      return " ";
    default:
      return assertNever(value);
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
