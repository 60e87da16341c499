import { GetRoleCommand, IAMClient, SimulatePrincipalPolicyCommand } from "@aws-sdk/client-iam";
import type { Probes } from "../../ports.ts";
import { ProbeError } from "../../probe-error.ts";
import { askAws, type AwsProbeOptions, probeClientConfig } from "../aws-probe.ts";
import { remember } from "../remember.ts";
import { identityOf } from "./principal.ts";

/** What IAM's simulator says that a caller's policies allow. Nothing is called that is asked about. */
export function askPermissions(options: AwsProbeOptions): Pick<Probes, "isAllowed"> {
  const client = new IAMClient(probeClientConfig(options));
  const call = (operation: string) => ({ operation, service: "IAM", region: options.region });
  /** The path of a role is in its own ARN, not in that of its session. */
  const roleArn = remember(async (name: string, guess: string) => {
    const found = await askAws(call("GetRole"), async () =>
      client.send(new GetRoleCommand({ RoleName: name })),
    ).catch(() => undefined);
    return found?.Role?.Arn ?? guess;
  });
  return {
    isAllowed: remember(async (caller, actions, resource) => {
      const identity = identityOf(caller);
      if (identity.kind === "root") return new Map(actions.map((action) => [action, true]));
      if (identity.kind === "other")
        throw new ProbeError("not-asked", "IAM's simulator takes users and roles only");
      const source = identity.kind === "role" ? await roleArn(identity.name, identity.arn) : caller;
      const found = await askAws(call("SimulatePrincipalPolicy"), async () =>
        client.send(
          new SimulatePrincipalPolicyCommand({
            PolicySourceArn: source,
            ActionNames: [...actions],
            ResourceArns: [resource],
          }),
        ),
      );
      const decisions = found?.EvaluationResults ?? [];
      if (decisions.length < actions.length)
        throw new ProbeError("no-answer", "IAM's simulator did not say it of every action");
      return new Map(
        decisions.map(({ EvalActionName: action, EvalDecision: decision }) => [
          action ?? "",
          decision === "allowed",
        ]),
      );
    }),
  };
}
