import { type Command, Option } from "@commander-js/extra-typings";
import type { VariableFlag } from "./load-configuration.ts";
import type { PlanRequest } from "./make-plan.ts";
import { UserError } from "./user-error.ts";

/** Adds `--var` and `--var-file`, and gives the list that they fill: their order among each other counts. */
export function addVariableOptions(command: { addOption(option: Option): unknown }): readonly VariableFlag[] {
  const given: VariableFlag[] = [];
  const value = new Option("--var <name=value>", "give a variable its value; repeatable").argParser(
    (text) => {
      const equals = text.indexOf("=");
      if (equals < 1) {
        throw new UserError(
          `--var takes NAME=VALUE, and found ${JSON.stringify(text)}.`,
          "Write it such as --var 'name=radiology'.",
        );
      }
      given.push({ kind: "value", name: text.slice(0, equals).trim(), text: text.slice(equals + 1) });
      return text;
    },
  );
  const file = new Option("--var-file <file>", "read values of variables from a file; repeatable").argParser(
    (path) => {
      given.push({ kind: "file", path });
      return path;
    },
  );
  command.addOption(value);
  command.addOption(file);
  return given;
}

/** The flags that say what is asked of a plan; not an interface, as commander takes none. */
export type PlanFlags = {
  readonly target?: readonly string[] | undefined;
  readonly replace?: readonly string[] | undefined;
  readonly rewriteSecret?: readonly string[] | undefined;
  readonly takeOver?: true | undefined;
  readonly carryTeams?: true | undefined;
  readonly skipPreflight?: readonly string[] | undefined;
  readonly strictPreflight?: true | undefined;
  readonly allowPrivateIdp?: true | undefined;
  readonly allRegions?: boolean | undefined;
  readonly parallelism: number;
};

/** Gathers the values of an option that can be repeated. */
export function collect(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

/** Adds what can be asked of a plan, wherever one is made. */
export function addPlanOptions<Args extends unknown[], Options extends Record<string, unknown>>(
  command: Command<Args, Options>,
): Command<Args, Options & PlanFlags> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- commander's types lose a generic command's options.
  return command
    .option("--target <address>", "plan this workforce only, or all of a for_each block; repeatable", collect)
    .option("--replace <address>", "delete and create this workforce; repeatable", collect)
    .option("--rewrite-secret <address>", "send this workforce's client secret again; repeatable", collect)
    .option("--take-over", "take workforces and work teams from another stack")
    .option("--carry-teams", "bring work teams that are not this stack's back after a replacement")
    .option("--skip-preflight <check>", "leave a check of docs/preflight.md out; repeatable", collect)
    .option("--strict-preflight", "refuse where a preflight check could not be made")
    .option("--allow-private-idp", "ask identity providers at private addresses too")
    .option("--all-regions", "look for workforces of the stack in regions that nothing names, too")
    .option(
      "--parallelism <number>",
      "how many regions to work on at once",
      parallelism,
      10,
    ) as unknown as Command<Args, Options & PlanFlags>;
}

/** Reads `--parallelism`. */
export function parallelism(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= 1000) return value;
  throw new UserError(
    `--parallelism takes a number from 1 to 1000, and found ${JSON.stringify(text)}.`,
    "Leave it out for 10.",
  );
}

/** What the flags ask for. */
export function toPlanRequest(flags: PlanFlags, destroy: boolean): PlanRequest {
  return {
    destroy,
    targets: flags.target ?? [],
    replace: flags.replace ?? [],
    rewriteSecret: flags.rewriteSecret ?? [],
    takeOver: flags.takeOver === true,
    carryTeams: flags.carryTeams === true,
    skipPreflight: flags.skipPreflight ?? [],
    strictPreflight: flags.strictPreflight === true,
    allowPrivateIdp: flags.allowPrivateIdp === true,
    allRegions: flags.allRegions === true,
    parallelism: flags.parallelism,
  };
}
