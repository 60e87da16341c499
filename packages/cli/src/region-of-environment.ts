import type { Io } from "./io.ts";

/** The region that the environment names, as AWS's own tools read it; one that will not do is passed over. */
export function regionOfEnvironment(
  environment: Io["environment"],
  isUsable: (region: string) => boolean = (region) => region !== "",
): string | undefined {
  return [environment["AWS_REGION"], environment["AWS_DEFAULT_REGION"]].find(
    (each) => each !== undefined && isUsable(each),
  );
}
