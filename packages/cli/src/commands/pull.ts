import path from "node:path";
import { ownersOf, type PulledRegion, pullConfiguration } from "@wf/engine";
import { functionHost } from "@wf/engine/node";
import { type Diagnostic, readConfiguration } from "@wf/parser";
import { connect } from "../connect.ts";
import { type Context, shownPath } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { defaultRegion } from "../default-region.ts";
import { directoryName } from "../init/fields.ts";
import { profileAccount } from "../pull/profile-account.ts";
import { type LookedRegions, pullRegions } from "../pull/pull-regions.ts";
import { pullTargets, type PullTargets } from "../pull/pull-targets.ts";
import { renderReadFailures } from "../render/failures-text.ts";
import { type PulledStack, renderPull } from "../render/pull-text.ts";
import { reportDiagnostics } from "../report.ts";
import { UserError } from "../user-error.ts";
import { version } from "../version.ts";
import { writeNewFile } from "../write-new-file.ts";

export interface PullOptions {
  readonly regions: readonly string[];
  readonly allRegions: boolean;
  /** Of the AWS configuration files. */
  readonly profile: string | undefined;
  /** The owner to be; default: the one that the regions name, or the directory's name. */
  readonly stack: string | undefined;
  readonly out: string | undefined;
}

/** Prints the configuration that describes live regions; what the directory holds is left out of account. */
export async function pull(context: Context, options: PullOptions): Promise<ExitCode> {
  const { io } = context;
  const accounts = options.profile === undefined ? [] : [profileAccount(options.profile)];
  const fallback = options.regions.length > 0 ? undefined : await defaultRegion(context, options.profile);
  const targets = pullTargets(accounts[0]?.name, options, fallback);
  const looked = await look(context, { stack: "", regions: [], accounts, workforces: [] }, targets);
  if (looked.failures.length > 0) {
    io.stderr.write(renderReadFailures(looked.failures, context.err));
    return exitCode.error;
  }
  if (looked.found.length === 0) throw nothingThere(looked);
  const file = options.out === undefined ? undefined : path.resolve(io.workingDirectory, options.out);
  const directory = file === undefined ? context.directory : path.dirname(file);
  const stack = chooseStack(options.stack, looked.found, directoryName(directory));
  const pulled = pullConfiguration(looked.found, { stack: stack.name, profile: options.profile });
  if (file === undefined) io.stdout.write(pulled.text);
  else await writeNewFile(context, file, pulled.text, "Name another file with --out, or take this one away.");
  if (io.stdout.isTTY && file === undefined) io.stderr.write("\n");
  io.stderr.write(renderPull(context, { ...looked, pulled, stack, file }));
  const name = file === undefined ? "main.wf.hcl" : shownPath(context, file);
  return (await isValid(context, name, pulled.text)) ? exitCode.fine : exitCode.error;
}

/** The stack that is asked for, or the only one that owns what is there, or one named after the directory. */
function chooseStack(
  asked: string | undefined,
  found: readonly PulledRegion[],
  fallback: string,
): PulledStack {
  if (asked !== undefined) return { name: asked, from: "option" };
  const [owner, ...others] = ownersOf(found);
  return owner !== undefined && others.length === 0
    ? { name: owner, from: "tags" }
    : { name: fallback, from: "directory" };
}

async function look(
  context: Context,
  configuration: Parameters<typeof connect>[1],
  targets: PullTargets,
): Promise<LookedRegions> {
  const connection = await connect(context, configuration, { allowPrivateIdp: false });
  try {
    return await pullRegions(targets, connection);
  } finally {
    await connection.close();
  }
}

function nothingThere({ empty }: LookedRegions): UserError {
  if (empty.length === 0) {
    return new UserError(
      "No region that could be read holds a private workforce.",
      "Look with the credentials of another account, or begin one with wf init.",
    );
  }
  return new UserError(
    `There is no private workforce in ${empty.join(", ")}.`,
    "Look in another region with --region, or everywhere with --all-regions; or begin one with wf init.",
  );
}

/** AWS may hold what the language does not take; what that is, is said as wf validate would. */
async function isValid(context: Context, name: string, text: string): Promise<boolean> {
  const { diagnostics } = await readConfiguration({
    sources: [{ name, text }],
    variables: [],
    missingVariables: "unknown",
    host: functionHost(context.directory, {}),
    version,
  });
  return reportDiagnostics(
    context,
    diagnostics.filter((each: Diagnostic) => each.severity === "error"),
  );
}
