import { expect, test } from "vitest";
import { sagemakerRegion } from "../../src/adapters/sagemaker/index.ts";
import { type Emulator, type FaultSeed } from "../../src/emulator/index.ts";
import type { WorkteamUsage } from "../../src/workteam-usage.ts";
import { world } from "../apply/support.ts";
import { liveWorkteam } from "../builders.ts";

const place = "123456789012/eu-west-1";
const team = (name: string) => ({ name, description: name, members: [] });

/** Two teams of which one is at work, with more jobs and flow definitions than a page holds. */
async function savanna(): Promise<{
  readonly emulator: Emulator;
  readonly usage: () => Promise<WorkteamUsage>;
}> {
  const { emulator } = await world({
    state: {
      regions: {
        [place]: {
          workteams: [team("spotters"), team("trackers"), team("vets")],
          labelingJobs: [
            ...Array.from({ length: 230 }, (_, index) => ({
              name: `job-${index}`,
              workteamName: "spotters",
              pendingHuman: index < 210 ? 2 : 0,
              humanLabeled: 9,
            })),
            { name: "elsewhere", workteamName: "vets", pendingHuman: 50 },
          ],
          flowDefinitions: [
            ...Array.from({ length: 120 }, (_, index) => ({ name: `flow-${index}`, workteamName: "vets" })),
            { name: "hoofprints", workteamName: "trackers" },
            { name: "gone", workteamName: "trackers", status: "Deleting" },
          ],
        },
      },
    },
  });
  const region = sagemakerRegion({
    region: "eu-west-1",
    endpoint: emulator.url,
    credentials: { accessKeyId: "123456789012", secretAccessKey: "savanna" },
    maxAttempts: 3,
    retryPauseMilliseconds: 1,
  });
  return { emulator, usage: async () => region.usage([liveWorkteam("spotters"), liveWorkteam("trackers")]) };
}

test("the jobs of each team and the flow definitions that use one are read, all pages of them", async () => {
  const { emulator, usage } = await savanna();
  const { tasks, flowDefinitions } = await usage();
  expect(tasks.get("spotters")).toMatchObject({ readable: true, value: { pending: 420 } });
  const spotters = tasks.get("spotters");
  expect(spotters?.readable === true && spotters.value.labelingJobs).toHaveLength(210);
  expect(tasks.get("trackers")).toEqual({ readable: true, value: { pending: 0, labelingJobs: [] } });
  expect(tasks.has("vets")).toBe(false);
  expect(flowDefinitions).toEqual({ readable: true, value: [{ name: "hoofprints", workteam: "trackers" }] });
  const asked = Map.groupBy(emulator.calls(), ({ operation }) => operation);
  expect(asked.get("ListLabelingJobsForWorkteam")).toHaveLength(4);
  expect(asked.get("ListFlowDefinitions")).toHaveLength(2);
  expect(asked.get("DescribeFlowDefinition")).toHaveLength(121);
});

test.each([
  ["access-denied", { kind: "access-denied" }, "do not allow"],
  ["throttled to the end", { kind: "throttle" }, "rate-limiting"],
  ["an AWS that fails", { kind: "server-error" }, "failed at"],
] as const satisfies readonly (readonly [string, FaultSeed["fault"], string])[])(
  "%s is said and fails nothing, each reading by itself",
  async (_, fault, said) => {
    const { emulator, usage } = await savanna();
    const reason = expect.stringContaining(said);
    emulator.setFaults([{ operation: "DescribeFlowDefinition", times: 400, fault }]);
    expect(await usage()).toMatchObject({ flowDefinitions: { readable: false, reason } });
    emulator.setFaults([{ operation: "ListLabelingJobsForWorkteam", times: 400, fault }]);
    const { tasks, flowDefinitions } = await usage();
    const unread = { readable: false, reason };
    expect([...tasks.values()]).toEqual([unread, unread]);
    expect(flowDefinitions.readable).toBe(true);
  },
);

test("a flow definition that goes away meanwhile is none", async () => {
  const { emulator, usage } = await savanna();
  const fault = { kind: "error", type: "ResourceNotFound", message: "It does not exist" } as const;
  emulator.setFaults([{ operation: "DescribeFlowDefinition", times: 121, fault }]);
  expect(await usage()).toMatchObject({ flowDefinitions: { readable: true, value: [] } });
});
