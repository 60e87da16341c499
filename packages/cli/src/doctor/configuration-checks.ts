import { hasErrors, type Diagnostic, type ReadConfiguration } from "@wf/parser";
import { counted } from "../render/counted.ts";
import { countDiagnostics } from "../render/diagnostics-text.ts";
import { sentence } from "../render/sentence.ts";
import { type DoctorCheck, failed, type Outcome, passed, type Place, skipped } from "./doctor-check.ts";

const here: Place = { account: undefined, region: undefined, address: undefined };

const heading = "Configuration";

/**
 * Whether the configuration is one, and whether its variables have their values. Nothing is asked for it; `region` is
 * where else there is to look.
 */
export function configurationChecks(
  read: ReadConfiguration,
  diagnostics: readonly Diagnostic[],
  region: string | undefined,
): readonly DoctorCheck[] {
  const configuration: DoctorCheck = {
    name: "configuration",
    heading,
    place: here,
    asks: "that the configuration is valid",
    make: () => Promise.resolve(judge(read, diagnostics, region)),
  };
  if (read.known === undefined) return [configuration];
  const variables: DoctorCheck = {
    name: "variables",
    heading,
    place: here,
    asks: "that every variable has a value",
    make: () => Promise.resolve(judgeVariables(read)),
  };
  return read.variables.length === 0 ? [configuration] : [configuration, variables];
}

function judge(
  { known }: ReadConfiguration,
  diagnostics: readonly Diagnostic[],
  region: string | undefined,
): Outcome {
  if (diagnostics.some(({ code }) => code === "no-configuration")) {
    return skipped(
      region === undefined
        ? "There is none here, and no region is named: only credentials are looked at. Name one with --region."
        : "There is none here: only credentials and the region are looked at.",
    );
  }
  if (known === undefined || hasErrors(diagnostics)) {
    const first = diagnostics.find(({ severity }) => severity === "error");
    return failed(
      `It is not valid: ${countDiagnostics(diagnostics)}. ${sentence(first?.summary ?? "")}`,
      "Run wf validate, which shows each place.",
    );
  }
  return passed(`It is valid, with ${counted(known.workforces.length, "workforce")} to look at.`);
}

function judgeVariables({ variables }: ReadConfiguration): Outcome {
  const missing = variables.filter(({ value }) => !value.extent.known).map(({ name }) => name);
  if (missing.length === 0) return passed("Each has its value.");
  return failed(
    `There is no value for ${missing.join(", ")}.`,
    `Give it as ${missing.map((name) => `WF_VAR_${name}`).join(", ")} in the environment, in a file of values, or with --var.`,
  );
}
