import { parseArn, ProbeError, type Probes } from "@wf/engine";
import type { Workforce } from "@wf/parser";
import { sentence } from "../render/sentence.ts";
import { type Caller, withoutCredentials } from "./account-checks.ts";
import {
  type DoctorCheck,
  failed,
  notMade,
  type Outcome,
  passed,
  type Place,
  skipped,
  headingOf,
} from "./doctor-check.ts";

const tagging = ["sagemaker:AddTags", "sagemaker:DeleteTags"];
const onWorkforce = ["CreateWorkforce", "UpdateWorkforce", "DeleteWorkforce"].map(
  (name) => `sagemaker:${name}`,
);
const onWorkteam = ["CreateWorkteam", "UpdateWorkteam", "DeleteWorkteam"].map((name) => `sagemaker:${name}`);

/** Whether the calls that change something are allowed: nothing is changed to find out, IAM's simulator is asked. */
export function permissionCheck(
  place: Place,
  workforce: Workforce,
  probes: Probes,
  caller: Caller,
): DoctorCheck {
  return {
    name: "permissions",
    heading: headingOf(place),
    place,
    asks: "which calls are allowed that change something",
    make: async () => ((await caller.isUsable()) ? simulate(workforce, probes, caller) : withoutCredentials),
  };
}

async function simulate(workforce: Workforce, probes: Probes, caller: Caller): Promise<Outcome> {
  try {
    const { arn, account } = await caller.identity();
    const partition = parseArn(arn)?.partition ?? "aws";
    const base = `arn:${partition}:sagemaker:${workforce.region}:${account}`;
    const teams = workforce.workteams.slice(0, 1).map(({ name }) => `${base}:workteam/private-crowd/${name}`);
    const decisions = await Promise.all([
      ...(workforce.manage === "teams"
        ? []
        : [probes.isAllowed(arn, [...onWorkforce, ...tagging], `${base}:workforce/${workforce.name}`)]),
      ...teams.map(async (team) => probes.isAllowed(arn, [...onWorkteam, ...tagging], team)),
    ]);
    return judge(decisions.flatMap((each) => [...each]));
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    if (error.reason === "local") return skipped("The region is on this machine, and allows everything.");
    return notMade(
      `Calls that change something are not tried, and IAM could not be asked about them. ${sentence(error.message)}`,
    );
  }
}

function judge(decisions: readonly (readonly [string, boolean])[]): Outcome {
  if (decisions.length === 0) return skipped("The configuration has no team to change.");
  const denied = new Set(decisions.filter(([, allowed]) => !allowed).map(([action]) => action));
  if (denied.size === 0) return passed("IAM's policy simulator says that every call is allowed.");
  return failed(
    `IAM's policy simulator says that these are not allowed: ${[...denied].join(", ")}.`,
    "Have them granted, or say --read-only for credentials that only plan.",
  );
}
