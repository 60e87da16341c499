import type { Io } from "./io.ts";

/** The region that the environment names, as AWS's own tools read it. */
export function regionOfEnvironment(environment: Io["environment"]): string | undefined {
  return [environment["AWS_REGION"], environment["AWS_DEFAULT_REGION"]].find(
    (each) => each !== undefined && each !== "",
  );
}
