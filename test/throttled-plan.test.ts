import { expect, test } from "vitest";
import { exampleWorkspace } from "./support/workspace.ts";

test("a plan that AWS makes wait says so once a region, and comes to its end", async () => {
  const { emulator, wf } = await exampleWorkspace("cognito");
  const throttle = (): void =>
    emulator.setFaults([{ operation: "ListWorkteams", times: 2, fault: { kind: "throttle" } }]);
  throttle();
  const text = await wf(["plan"]);
  expect(text).toMatchObject({ code: 0, stdout: expect.stringContaining("to create.") });
  expect(text.stderr).toMatch(/^eu-west-1 is read again in \d\.\d s: .*rate-limiting ListWorkteams.*\n$/);

  throttle();
  const { stdout } = await wf(["plan", "--json"]);
  const events = stdout
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  const retrying = { type: "target-retrying", target: { region: "eu-west-1" } };
  expect(events).toMatchObject([
    { type: "version" },
    { ...retrying, attempt: 1 },
    { ...retrying, attempt: 2 },
    { type: "target-read" },
    { type: "plan" },
    { type: "plan-finished" },
  ]);
});
