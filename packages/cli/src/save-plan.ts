import { chmod, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  configurationDigest,
  describeConfiguration,
  type PlanFile,
  planFormatVersion,
  planTargets,
  type PlanView,
  readPlanFile,
  writePlanFile,
} from "@wf/engine";
import { printExpression, toPlain } from "@wf/parser";
import type { Context } from "./context.ts";
import { givenVariables } from "./given-variables.ts";
import type { LoadedPlan } from "./load-plan.ts";
import { reasonOf } from "./read-sources.ts";
import { UserError } from "./user-error.ts";
import { version } from "./version.ts";

/** Saves a plan for `wf apply FILE`, readable by its owner only. */
export async function savePlan(
  context: Context,
  out: string,
  loaded: LoadedPlan,
  view: PlanView,
): Promise<void> {
  const file = path.resolve(context.io.workingDirectory, out);
  const { request } = loaded;
  const { hidden, open } = givenVariables(loaded.variables, loaded.configuration);
  const content = writePlanFile({
    format_version: planFormatVersion,
    wf_version: version,
    stack: loaded.configuration.stack,
    configuration_digest: configurationDigest(loaded.configuration, (address) =>
      loaded.fingerprints.get(address),
    ),
    options: {
      destroy: request.destroy,
      take_over: request.takeOver,
      carry_teams: request.carryTeams,
      targets: [...request.targets],
      replace: [...request.replace],
      rewrite_secret: [...request.rewriteSecret],
      skip_preflight: [...request.skipPreflight],
      strict_preflight: request.strictPreflight,
      allow_private_idp: request.allowPrivateIdp,
      all_regions: request.allRegions,
    },
    variables: Object.fromEntries(open.map(({ name, value }) => [name, printExpression(toPlain(value))])),
    sensitive_variables: hidden.map(({ name }) => name),
    configuration: describeConfiguration(loaded.configuration),
    targets: planTargets(loaded.plan),
    view: JSON.parse(JSON.stringify(view)),
  });
  try {
    await writeFile(file, content, { mode: 0o600 });
    await chmod(file, 0o600);
  } catch (error) {
    throw new UserError(
      `The plan cannot be written to ${out}: ${reasonOf(error)}.`,
      "Name another file with --out.",
      { cause: error },
    );
  }
}

/** Reads a saved plan; whatever is wrong with it is a `UserError`. */
export async function loadPlanFile(context: Context, name: string): Promise<PlanFile> {
  let content: string;
  try {
    content = await readFile(path.resolve(context.io.workingDirectory, name), "utf8");
  } catch (error) {
    throw new UserError(
      `${name} cannot be read: ${reasonOf(error)}.`,
      "Name a plan that wf plan --out FILE has written.",
      { cause: error },
    );
  }
  const read = readPlanFile(content);
  if ("problem" in read) throw new UserError(read.problem.message, read.problem.help);
  return read.file;
}
