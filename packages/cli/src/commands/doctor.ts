import type { Configuration } from "@wf/parser";
import { connect } from "../connect.ts";
import type { Context } from "../context.ts";
import { checksOf } from "../doctor/checks-of.ts";
import { configurationChecks } from "../doctor/configuration-checks.ts";
import type { DoctorCheck } from "../doctor/doctor-check.ts";
import { doctor, type DoctorState, doctorTotals, initialDoctor } from "../doctor/doctor-state.ts";
import { runChecks } from "../doctor/run-checks.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { isInteractive } from "../io.ts";
import { loadConfiguration, type VariableFlag } from "../load-configuration.ts";
import { defaultRegion } from "../default-region.ts";
import { doctorJson } from "../render/doctor-json.ts";
import { doctorLines, doctorSummary } from "../render/doctor-text.ts";
import { renderJson } from "../render/json-text.ts";

export interface DoctorOptions {
  readonly variables: readonly VariableFlag[];
  /** Where no configuration names one. */
  readonly region: string | undefined;
  readonly readOnly: boolean;
  readonly allowPrivateIdp: boolean;
  readonly json: boolean;
}

const nothing: Configuration = { stack: "", regions: [], accounts: [], workforces: [] };

/** Looks at everything that a plan and an apply need, and changes nothing. */
export async function doctorCommand(context: Context, options: DoctorOptions): Promise<ExitCode> {
  const { value: read, diagnostics } = await loadConfiguration(context, options.variables, "unknown");
  const configuration = read.known ?? nothing;
  const connection = await connect(context, configuration, options);
  try {
    const region = options.region ?? (await defaultRegion(context));
    const checks = [
      ...configurationChecks(read, diagnostics, region),
      ...checksOf({ configuration, region, readOnly: options.readOnly }, connection),
    ];
    const state = await show(context, checks, options.json);
    return doctorTotals(state).failed > 0 ? exitCode.error : exitCode.fine;
  } finally {
    await connection.close();
  }
}

async function show(context: Context, checks: readonly DoctorCheck[], json: boolean): Promise<DoctorState> {
  const { io, out } = context;
  if (!json && isInteractive(io)) {
    const { showChecklist } = await import("../ui/run-doctor.tsx");
    return showChecklist(io, checks, out);
  }
  let state = initialDoctor(checks);
  let told = 0;
  await runChecks(checks, (event) => {
    state = doctor(state, event);
    if (json) return;
    // In the order of the list: what is done waits for what stands before it.
    const next = state.items.findIndex((item, index) => index >= told && typeof item.state === "string");
    const end = next === -1 ? checks.length : next;
    for (const line of doctorLines(state, told, end, out, context.width)) io.stdout.write(`${line}\n`);
    told = end;
  });
  io.stdout.write(json ? `${renderJson(doctorJson(state), 2)}\n` : `\n${doctorSummary(state, out)}\n`);
  return state;
}
