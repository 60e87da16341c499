import type { CommandTree, CompletedOption, CompletedValue } from "./command-tree.ts";

/** A completion for bash, 3.2 of macOS too: nothing is evaluated, and no program is started. */
export function bashCompletion({ name, options, commands }: CommandTree): string {
  return `# Completion of ${name} for bash. Add this line to ~/.bashrc:
#   eval "$(${name} completion bash)"

# The options of a command.
_${name}_options() {
  case $1 in
${commands.map((command) => `    ${command.name}) echo "${words([...command.options, ...options])}" ;;`).join("\n")}
    *) echo "${words(options)}" ;;
  esac
}

# What follows an option of a command; fails where nothing does.
_${name}_value() {
  case "$1 $2" in
${commands.flatMap((command) => command.options.flatMap((option) => valueCases(command.name, option))).join("\n")}
${options.flatMap((option) => valueCases("*", option)).join("\n")}
    *) return 1 ;;
  esac
}

# What the arguments of a command are.
_${name}_argument() {
  case $1 in
    "") echo "words ${commands.map((command) => command.name).join(" ")}" ;;
${commands.flatMap((command) => (command.argument === undefined ? [] : [`    ${command.name}) ${kindOf(command.argument)} ;;`])).join("\n")}
  esac
}

_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" command="" option="" word kind index
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    # Readline makes --option=value three words.
    if [[ $word == "=" ]]; then continue; fi
    if [[ -n $option ]]; then
      option=""
    elif [[ $word == -* ]]; then
      if _${name}_value "$command" "$word" >/dev/null; then option="$word"; fi
    elif [[ -z $command ]]; then
      command="$word"
    fi
  done
  if [[ $current == "=" ]]; then current=""; fi
  if [[ -n $option ]]; then
    kind="$(_${name}_value "$command" "$option")"
  elif [[ $current == -* ]]; then
    kind="words $(_${name}_options "$command")"
  else
    kind="$(_${name}_argument "$command")"
  fi
  COMPREPLY=()
  local IFS=$' \\t\\n'
  case $kind in
    # Readline does these itself, where the function finds nothing.
    files) ;;
    directories)
      compopt -o filenames +o default 2>/dev/null
      IFS=$'\\n'
      COMPREPLY=($(compgen -d -- "$current"))
      ;;
    *)
      compopt +o default 2>/dev/null
      COMPREPLY=($(compgen -W "\${kind#words}" -- "$current"))
      ;;
  esac
}

complete -o default -F _${name} ${name}
`;
}

function words(options: readonly CompletedOption[]): string {
  return options.flatMap(({ flags }) => flags).join(" ");
}

function valueCases(command: string, { flags, value }: CompletedOption): readonly string[] {
  if (value === undefined) return [];
  const patterns = flags.map((flag) => (command === "*" ? `*" ${flag}"` : `"${command} ${flag}"`));
  return [`    ${patterns.join(" | ")}) ${kindOf(value)} ;;`];
}

/** What the function reads: a kind, and the words where it has some. */
function kindOf(value: CompletedValue): string {
  return value.kind === "words"
    ? `echo "words ${value.words.join(" ")}"`
    : `echo ${value.kind === "text" ? "words" : value.kind}`;
}
