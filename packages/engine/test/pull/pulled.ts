import { type Configuration, type FunctionHost, hasErrors, readConfiguration } from "@wf/parser";
import {
  type PulledConfiguration,
  type PulledRegion,
  pullConfiguration,
} from "../../src/pull-configuration.ts";
import type { LiveRegion, LiveWorkforce, LiveWorkteam } from "../../src/live-state.ts";
import { plan } from "../../src/plan.ts";
import type { TargetPlan } from "../../src/plan-model.ts";
import { region, stack } from "../builders.ts";

/** What is pulled of one region, for the stack of the tests. */
export function pullOne(
  workforce: LiveWorkforce,
  workteams: readonly LiveWorkteam[] = [],
): PulledConfiguration {
  return pullAll([{ region: "eu-west-1", workforce, workteams }]);
}

/** What is pulled of several. */
export function pullAll(regions: readonly PulledRegion[]): PulledConfiguration {
  return pullConfiguration(regions, { stack, profile: undefined });
}

const nowhere: FunctionHost = {
  readFile: () => ({ failure: "there is no such file" }),
  fileExists: () => false,
  listFiles: () => ({ paths: [] }),
  environment: () => undefined,
};

/** The configuration that a text is; it must be right. */
export async function configurationOf(text: string): Promise<Configuration> {
  const { value, diagnostics } = await readConfiguration({
    sources: [{ name: "main.wf.hcl", text }],
    variables: [{ kind: "environment", name: "client_secret", text: "a-secret" }],
    missingVariables: "refuse",
    host: nowhere,
    version: "0.1.0",
  });
  if (value.configuration === undefined || hasErrors(diagnostics))
    throw new Error(`${text}\n${JSON.stringify(diagnostics.map(({ code, detail }) => [code, detail]))}`);
  return value.configuration;
}

/** What becomes of a region when the configuration that was pulled of it is planned. */
export async function planPulled(
  workforce: LiveWorkforce,
  workteams: readonly LiveWorkteam[],
): Promise<TargetPlan> {
  const live: LiveRegion = region(workforce, workteams);
  const configuration = await configurationOf(pullOne(workforce, workteams).text);
  const [desired] = configuration.workforces;
  const target = { account: undefined, region: "eu-west-1" };
  const options = {
    takeOver: false,
    carryTeams: false,
    replace: new Set<string>(),
    rewriteSecret: new Set<string>(),
  };
  const [planned] = plan(
    configuration.stack,
    [{ target, desired, destroyed: undefined, live, fingerprint: "v1.of-a-secret" }],
    options,
  ).targets;
  if (planned === undefined) throw new Error("Nothing was planned");
  return planned;
}
