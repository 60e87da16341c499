import { expect, test } from "vitest";
import { cognito, spotters, stack } from "./support/wildlife.ts";
import { workspace } from "./support/workspace.ts";

const place = "123456789012/eu-west-1";
const configuration = (name: string): string => `${stack}workforce "traps" {
  region = "eu-west-1"
  name   = "${name}"
  ${cognito()}
  ${spotters("Eyes")}
}
`;

async function atWork() {
  const made = await workspace({ "main.wf.hcl": configuration("traps") });
  await made.wf(["apply", "--auto-approve"]);
  const { regions } = made.emulator.state();
  await made.emulator.setState({
    regions: {
      [place]: {
        ...regions[place],
        labelingJobs: [{ name: "hoofprints", workteamName: "spotters", pendingHuman: 7 }],
        flowDefinitions: [{ name: "poachers", workteamName: "spotters" }],
      },
    },
  });
  const asked = (from: number): readonly string[] =>
    made.emulator
      .calls()
      .slice(from)
      .map(({ operation }) => operation);
  return { ...made, asked };
}

test("a plan that deletes teams says what depends on them, and one that changes nothing does not ask", async () => {
  const { wf, write, emulator, asked } = await atWork();
  const unchanged = emulator.calls().length;
  expect(await wf(["plan", "--detailed-exitcode"])).toMatchObject({ code: 0, stderr: "" });
  expect([...asked(unchanged)].sort()).toEqual(["ListTags", "ListTags", "ListWorkforces", "ListWorkteams"]);

  await write("main.wf.hcl", configuration("cameras"));
  const before = emulator.calls().length;
  const run = await wf(["plan", "--format=json", "--deny", "warnings"]);
  expect(run.code).toBe(1);
  expect(JSON.parse(run.stdout)).toMatchObject({
    counts: { warnings: 1 },
    targets: [
      {
        impact: [
          { kind: "portal-closed" },
          { kind: "sign-in-address-changes" },
          { kind: "workteams-recreated" },
          {
            kind: "tasks-in-flight",
            workteams: [{ name: "spotters", pending: 7, labeling_jobs: ["hoofprints"] }],
          },
          { kind: "flow-definitions", flow_definitions: [{ name: "poachers", workteam: "spotters" }] },
        ],
      },
    ],
  });
  // Both lists are asked for side by side.
  expect(asked(before).slice(4).toSorted()).toEqual([
    "DescribeFlowDefinition",
    "ListFlowDefinitions",
    "ListLabelingJobsForWorkteam",
  ]);
});

test("what may not be read is said, and the plan can be saved and applied all the same", async () => {
  const { wf, write, emulator } = await atWork();
  await write("main.wf.hcl", configuration("cameras"));
  const fault = { kind: "access-denied" } as const;
  emulator.setFaults([
    { operation: "ListLabelingJobsForWorkteam", times: 9, fault },
    { operation: "ListFlowDefinitions", times: 9, fault },
  ]);
  const planned = await wf(["plan", "--out=plan.json"]);
  expect(planned).toMatchObject({ code: 0, stderr: "" });
  expect(planned.stdout.replaceAll(/\s+/g, " ")).toMatch(
    /Tasks in flight of "spotters" could not be read.*Which flow definitions use the work teams could not be read/,
  );
  // Work that comes and goes is no reason to refuse a plan that was approved.
  emulator.setFaults([]);
  expect(await wf(["apply", "plan.json"])).toMatchObject({ code: 0 });
});
