import type { StoredWorkteam } from "./state-schema.ts";
import type { ValueOf } from "./value-of.ts";

/** The S3 presign constraints to store: what is not said is Disabled. */
export function readWorkerAccess(
  configuration: ValueOf<"WorkerAccessConfiguration"> | undefined,
): StoredWorkteam["workerAccess"] {
  const { SourceIp: sourceIp = "Disabled", VpcSourceIp: vpcSourceIp = "Disabled" } =
    configuration?.S3Presign?.IamPolicyConstraints ?? {};
  return { sourceIp, vpcSourceIp };
}
