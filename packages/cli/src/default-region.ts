import type { Io } from "./io.ts";

/** What a default depends on, of a command's context. */
export interface Whereabouts {
  readonly io: Pick<Io, "environment">;
  readonly local: boolean;
}

/**
 * Where to look when the command line does not say it: in the region that AWS's own tools would take, of the environment or of
 * the profile; one that will not do is passed over.
 */
export async function defaultRegion(
  { io: { environment }, local }: Whereabouts,
  profile?: string,
  isUsable: (region: string) => boolean = (region) => region !== "",
): Promise<string | undefined> {
  const named = [environment["AWS_REGION"], environment["AWS_DEFAULT_REGION"]].find(
    (each) => each !== undefined && isUsable(each),
  );
  if (named !== undefined || local) return named ?? "us-east-1";
  const { profileRegion } = await import("@wf/engine/profile");
  const region = await profileRegion(profile, environment);
  return region !== undefined && isUsable(region) ? region : undefined;
}
