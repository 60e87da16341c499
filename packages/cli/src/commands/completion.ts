import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { bashCompletion } from "../completion/bash.ts";
import { type CommandTree, commandTree } from "../completion/command-tree.ts";
import { fishCompletion } from "../completion/fish.ts";
import type { Shell } from "../completion/shells.ts";
import { zshCompletion } from "../completion/zsh.ts";
import type { Io } from "../io.ts";

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } satisfies Record<
  Shell,
  (tree: CommandTree) => string
>;

/** Prints what makes a shell complete the program's commands and options. */
export function completion(io: Io, program: CommandUnknownOpts, shell: Shell): void {
  io.stdout.write(scripts[shell](commandTree(program)));
}
