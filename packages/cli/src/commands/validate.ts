import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { loadConfiguration, type VariableFlag } from "../load-configuration.ts";
import { renderDiagnosticsJson } from "../render/diagnostics-json.ts";
import { countDiagnostics } from "../render/diagnostics-text.ts";
import { renderSarif } from "../render/sarif.ts";
import { reportDiagnostics } from "../report.ts";
import { hasErrors } from "@wf/parser";

/** How the diagnostics are printed. */
export type ValidateFormat = "text" | "json" | "sarif";

/** Checks the configuration offline; variables without a value are taken as not known yet. */
export async function validate(
  context: Context,
  variables: readonly VariableFlag[],
  format: ValidateFormat,
): Promise<ExitCode> {
  const { diagnostics } = await loadConfiguration(context, variables, "unknown");
  const { stdout } = context.io;
  if (format !== "text") {
    stdout.write(format === "json" ? renderDiagnosticsJson(diagnostics) : renderSarif(diagnostics));
    return hasErrors(diagnostics) ? exitCode.error : exitCode.fine;
  }
  const valid = reportDiagnostics(context, diagnostics);
  const count = countDiagnostics(diagnostics);
  if (valid)
    stdout.write(`${context.out.good("The configuration is valid.")}${count === "" ? "" : ` ${count}.`}\n`);
  else context.io.stderr.write(`The configuration is not valid: ${count}.\n`);
  return valid ? exitCode.fine : exitCode.error;
}
