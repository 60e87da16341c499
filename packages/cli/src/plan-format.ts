import { Option } from "@commander-js/extra-typings";

/** The formats of `plan` and `show`. */
export type PlanFormat = "text" | "markdown" | "json";

/** `--format` of a command that prints plans. */
export function planFormatOption(): Option<
  "--format <format>",
  undefined,
  "text",
  undefined,
  false,
  PlanFormat
> {
  return new Option("--format <format>", "how to print")
    .choices(["text", "markdown", "json"] as const)
    .default("text" as const);
}
