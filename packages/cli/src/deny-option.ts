import { Option } from "@commander-js/extra-typings";
import { deniable, type Deniable } from "./deny.ts";
import { UserError } from "./user-error.ts";

type DenyOption = Option<
  "--deny <what>",
  undefined,
  undefined,
  undefined,
  false,
  readonly Deniable[] | undefined
>;

/** `--deny`: repeatable, or several with commas between them. */
export function denyOption(): DenyOption {
  return new Option(
    "--deny <what>",
    "exit 1 where the plan has deletes, replacements or warnings; repeatable",
  ).argParser((text, before: readonly Deniable[] | undefined) => [
    ...(before ?? []),
    ...text.split(",").map((each) => toDeniable(each.trim())),
  ]);
}

function toDeniable(text: string): Deniable {
  const found = deniable.find((each) => each === text);
  if (found !== undefined) return found;
  throw new UserError(
    `--deny takes ${deniable.join(", ")}, and found ${JSON.stringify(text)}.`,
    "Write it such as --deny deletes,replacements.",
  );
}
