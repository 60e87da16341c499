import {
  configurationDigest,
  describeConfiguration,
  describeMoved,
  type Moved,
  type PlanFile,
  planTargets,
  targetKey,
} from "@wf/engine";
import type { VariableFlag } from "./load-configuration.ts";
import type { LoadedPlan } from "./load-plan.ts";
import type { PlanRequest } from "./make-plan.ts";

/** What a saved plan was asked for. */
export function requestOf(file: PlanFile, parallelism: number): PlanRequest {
  const { options } = file;
  return {
    destroy: options.destroy,
    takeOver: options.take_over,
    carryTeams: options.carry_teams,
    targets: options.targets,
    replace: options.replace,
    rewriteSecret: options.rewrite_secret,
    skipPreflight: options.skip_preflight,
    strictPreflight: options.strict_preflight,
    allowPrivateIdp: options.allow_private_idp,
    allRegions: options.all_regions,
    parallelism,
  };
}

/** The values that a saved plan was made with; sensitive ones are not in it. */
export function variablesOf(file: PlanFile): readonly VariableFlag[] {
  return Object.entries(file.variables).map(([name, text]) => ({ kind: "expression", name, text }));
}

/** Why a saved plan is not applied, and what is no longer as it was. */
export interface Staleness {
  readonly message: string;
  readonly moved: readonly Moved[];
}

/**
 * Approving a plan means approving one transition from one state: says what is no longer as it was when the plan was
 * made, or nothing where all is.
 */
export function checkApproved(file: PlanFile, loaded: LoadedPlan): Staleness | undefined {
  const { configuration } = loaded;
  if (file.stack !== configuration.stack) {
    const message = `The plan is of stack ${JSON.stringify(file.stack)}, and this is stack ${JSON.stringify(configuration.stack)}.`;
    return { message, moved: [] };
  }
  const now = planTargets(loaded.plan);
  const regions = movedRegions(file.targets, now);
  const reconfigured =
    file.configuration_digest !==
    configurationDigest(loaded.configuration, (address) => loaded.fingerprints.get(address));
  if (regions.length === 0 && !reconfigured) {
    return haveSameSteps(file.targets, now)
      ? undefined
      : { message: "The plan's steps are not what this version of wf would do.", moved: [] };
  }
  const names = regions.map(({ region }) => region).join(", ");
  const said = [
    ...(regions.length === 0
      ? []
      : [`${names} ${regions.length === 1 ? "has" : "have"} moved since the plan was made.`]),
    ...(reconfigured ? [reconfiguredMessage(file)] : []),
  ];
  return {
    message: said.join(" "),
    moved: [
      ...regions.flatMap(({ region, before, after }) => describeMoved(region, before, after)),
      ...(reconfigured ? movedBlocks(file.configuration, describeConfiguration(configuration)) : []),
    ],
  };
}

type Targets = PlanFile["targets"];

/** Regions that are not as they were; with `--all-regions` one may also have come, or gone, of those that nothing names. */
function movedRegions(
  before: Targets,
  now: Targets,
): readonly { readonly region: string; readonly before: StateText; readonly after: StateText }[] {
  const old = new Map(before.map((target) => [keyOf(target), target]));
  const current = new Map(now.map((target) => [keyOf(target), target]));
  return [...new Map([...old, ...current]).entries()].flatMap(([key, { region }]) => {
    const [was, is] = [old.get(key), current.get(key)];
    if (was?.live_digest === is?.live_digest) return [];
    return [{ region, before: was?.live ?? {}, after: is?.live ?? {} }];
  });
}

/**
 * Whether the same would be done, in the same regions. That they are in the state that was read is told before, by their
 * digests; how a version of wf puts that state into words, and with which region it begins, is not what was approved.
 */
function haveSameSteps(before: Targets, now: Targets): boolean {
  const steps = new Map(before.map((target) => [keyOf(target), target.steps_digest]));
  return (
    before.length === now.length && now.every((target) => steps.get(keyOf(target)) === target.steps_digest)
  );
}

function keyOf({ account, region }: Targets[number]): string {
  return targetKey({ account, region });
}

type StateText = Targets[number]["live"];

function reconfiguredMessage({ sensitive_variables: sensitive }: PlanFile): string {
  const hint =
    sensitive.length === 0
      ? ""
      : ` Sensitive variables are not in it and must be given as they were: ${sensitive.join(", ")}.`;
  return `The configuration, or the value of a variable, is not what the plan was made from.${hint}`;
}

function movedBlocks(
  before: PlanFile["configuration"],
  after: ReturnType<typeof describeConfiguration>,
): readonly Moved[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((block) =>
    describeMoved(block, before[block] ?? {}, after[block] ?? {}),
  );
}
