import { Option } from "@commander-js/extra-typings";

/** `--json` of a command that has a `--format` too; one of them is given. */
export function jsonOption(description = "the same as --format json"): Option<"--json"> {
  return new Option("--json", description).conflicts("format");
}
