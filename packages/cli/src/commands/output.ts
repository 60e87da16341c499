import type { LiveRegion, Target } from "@wf/engine";
import { openly, suggest, type Value } from "@wf/parser";
import { type Connection, connect } from "../connect.ts";
import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { loadConfiguration, type VariableFlag } from "../load-configuration.ts";
import { type LiveOutput, type LiveOutputs, readLiveOutputs } from "../read-outputs.ts";
import { renderReadFailures } from "../render/failures-text.ts";
import { renderJson } from "../render/json-text.ts";
import { typeJson } from "../render/type-json.ts";
import { renderValueJson } from "../render/value-json.ts";
import { renderValue } from "../render/value-text.ts";
import { reportDiagnostics } from "../report.ts";
import { UserError } from "../user-error.ts";

export interface OutputOptions {
  readonly variables: readonly VariableFlag[];
  readonly json: boolean;
  /** The bare text of one output, for scripts. */
  readonly raw: boolean;
}

const parallelism = 16;

/** Prints the outputs as the live workforces make them. A secret variable need not be given. */
export async function outputCommand(
  context: Context,
  name: string | undefined,
  options: OutputOptions,
): Promise<ExitCode> {
  const { json, raw } = options;
  if (raw && (name === undefined || json))
    throw new UserError("--raw prints one output as it is.", "Name it, and leave --json out.");
  const { value: read, diagnostics } = await loadConfiguration(context, options.variables, "unknown");
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (read.known === undefined || errors.length > 0) {
    reportDiagnostics(context, errors);
    return exitCode.error;
  }
  if (name !== undefined)
    checkName(
      name,
      read.outputs.map((each) => each.name),
    );
  const connection = await connect(context, read.known, { allowPrivateIdp: false });
  try {
    const live = await readLiveOutputs(
      { ...read, workforces: read.known.workforces },
      readingOwn(connection),
      parallelism,
    );
    if (live.failures.length > 0) {
      context.io.stderr.write(renderReadFailures(live.failures, context.err));
      return exitCode.error;
    }
    const named = live.outputs.find((each) => each.name === name);
    const text = named === undefined ? listText(live, json) : oneText(named, live, { json, raw });
    context.io.stdout.write(text);
    return exitCode.fine;
  } finally {
    await connection.close();
  }
}

/** Reads regions of accounts that their blocks allow; each account is asked for once. */
function readingOwn(connection: Connection): (target: Target) => Promise<LiveRegion> {
  const checked = new Map<string | undefined, Promise<void>>();
  return async (target) => {
    const check = checked.get(target.account) ?? connection.checkAccount(target);
    checked.set(target.account, check);
    await check;
    return connection.regionOf(target).read();
  };
}

function checkName(name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const near = suggest(name, known);
  const meant = near === undefined ? "" : `Did you mean ${JSON.stringify(near)}? `;
  throw new UserError(
    `There is no output ${JSON.stringify(name)}.`,
    known.length === 0 ? "The configuration declares none." : `${meant}Known are: ${known.join(", ")}.`,
  );
}

/** Every output; in JSON those that are known, in the shape of Terraform's `output -json`, sensitive ones too. */
function listText({ outputs }: LiveOutputs, json: boolean): string {
  if (json) {
    const members = outputs
      .filter(({ known }) => known)
      .map(({ name, sensitive, value }) => {
        const type = renderJson(typeJson(value.type));
        return `  ${renderJson(name)}: { "sensitive": ${sensitive}, "type": ${type}, "value": ${renderValueJson(openly(value))} }`;
      });
    return members.length === 0 ? "{}\n" : `{\n${members.join(",\n")}\n}\n`;
  }
  if (outputs.length === 0) return "The configuration declares no outputs.\n";
  return outputs.map(({ name, value }) => `${name} = ${renderValue(value)}\n`).join("");
}

/** One output, as whoever names it wants it: a sensitive one is shown. */
function oneText(
  { name, known, value }: LiveOutput,
  { reasons }: LiveOutputs,
  { json, raw }: { readonly json: boolean; readonly raw: boolean },
): string {
  if (!known) {
    throw new UserError(
      `The output ${JSON.stringify(name)} is not known yet.`,
      reasons.length === 0 ? "Run wf apply." : reasons.join("\n"),
    );
  }
  const open = openly(value);
  if (raw) return rawText(name, open);
  return `${json ? renderValueJson(open) : renderValue(open)}\n`;
}

/** As it is, without a line break of our own. */
function rawText(name: string, value: Value): string {
  if (value.kind === "string") return value.text;
  if (value.kind === "number" || value.kind === "bool") return renderValueJson(value);
  throw new UserError(
    `--raw prints a string, a number or a bool, and ${JSON.stringify(name)} is none of them.`,
    "Use --json, or make it a text with jsonencode(…).",
  );
}
