import type { RegionState, StoredTag, StoredWorkforce, StoredWorkteam } from "./state-schema.ts";

/** A region that nobody has used. */
export const emptyRegion: RegionState = {
  workteams: [],
  creations: 0,
  vendorWorkforces: [],
  labelingJobs: [],
  flowDefinitions: [],
};

/** The region as it is at `now`: what AWS was at work on has ended if its time has come. */
export function settle(region: RegionState, now: number): RegionState {
  const { workforce } = region;
  const transition = workforce?.transition;
  if (workforce === undefined || transition === undefined || transition.until > now) return region;
  if (transition.failureReason === undefined && transition.status === "Deleting") {
    return { ...region, workforce: undefined };
  }
  const { transition: _, ...settled } = workforce;
  if (transition.failureReason !== undefined) {
    return withWorkforce(region, { ...settled, failureReason: transition.failureReason });
  }
  const vpc = transition.vpc === undefined ? workforce.vpc : transition.vpc;
  return withWorkforce(region, {
    ...settled,
    vpc: vpc === "none" ? undefined : vpc,
    failureReason: undefined,
  });
}

/** The region with this workforce for its own. */
export function withWorkforce(region: RegionState, workforce: StoredWorkforce): RegionState {
  return { ...region, workforce };
}

/** The region with the team changed, or added if it has none of that name. */
export function withWorkteam(region: RegionState, workteam: StoredWorkteam): RegionState {
  const known = region.workteams.some(({ name }) => name === workteam.name);
  const workteams = known
    ? region.workteams.map((other) => (other.name === workteam.name ? workteam : other))
    : [...region.workteams, workteam];
  return { ...region, workteams };
}

/** The region without the team. */
export function withoutWorkteam(region: RegionState, name: string): RegionState {
  return { ...region, workteams: region.workteams.filter((workteam) => workteam.name !== name) };
}

/** The tags with others set over them, in the order of their first setting. */
export function mergeTags(tags: readonly StoredTag[], set: readonly StoredTag[]): readonly StoredTag[] {
  const values = new Map([...tags, ...set].map(({ Key, Value }) => [Key, Value]));
  return Array.from(values, ([Key, Value]) => ({ Key, Value }));
}
