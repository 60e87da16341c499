import type { ApplyEvent, PlanView } from "@wf/engine";
import { expect, test } from "vitest";
import { eventLines } from "../../src/render/apply-lines.ts";
import type { RunTold } from "../../src/render/apply-summary.ts";
import { theme } from "../../src/render/theme.ts";
import { eventfulRun, eventfulViews, planView, smoothRun, targetOf, wildlifeCreated } from "../builders.ts";

function logOf(view: PlanView, events: readonly ApplyEvent[], told?: RunTold): string {
  const lineOf = eventLines(view, theme(false), told);
  return events
    .flatMap((event) => lineOf(event) ?? [])
    .map((line) => `${line}\n`)
    .join("");
}

test("a run in which everything happens", async () => {
  const end: ApplyEvent = {
    kind: "apply-finished",
    finished: 1,
    failed: 1,
    stopped: 2,
    elapsedMilliseconds: 64_000,
  };
  const stopped: ApplyEvent = {
    kind: "target-stopped",
    target: targetOf(eventfulViews.slow),
    stepsDone: 3,
    steps: 6,
  };
  const log = logOf(planView(...Object.values(eventfulViews)), [...eventfulRun(eventfulViews), stopped, end]);
  await expect(log).toMatchFileSnapshot("expected/eventful-run.txt");
});

test("a run without trouble, of another kind", () => {
  const wildlife = wildlifeCreated();
  const log = logOf(
    planView(wildlife),
    [
      { kind: "apply-started", targets: 1, steps: 3 },
      ...smoothRun(wildlife, "k3x9q2.labeling.eu-west-1.sagemaker.aws"),
      { kind: "apply-finished", finished: 1, failed: 0, stopped: 0, elapsedMilliseconds: 3040 },
    ],
    { kind: "destroy", command: () => "wf destroy" },
  );
  expect(log).toMatchInlineSnapshot(`
    "Applying 3 steps in 1 region.

    eu-west-1    1/3  CreateWorkforce wildlife …
    eu-west-1    1/3  CreateWorkforce wildlife … done in 1.0 s
    eu-west-1    2/3  wait until wildlife is Active …
    eu-west-1    2/3  wait until wildlife is Active … done in 1.0 s
    eu-west-1    3/3  CreateWorkteam trackers …
    eu-west-1    3/3  CreateWorkteam trackers … done in 1.0 s
    eu-west-1    3/3  workforce.wildlife: all done, 3 steps in 3.0 s

    Destroy complete: 1 region, 3 steps in 3.0 s.

    New portal addresses. The identity provider must allow the redirect URI before workers can sign in:
      eu-west-1  workforce.wildlife
        sign-in       https://k3x9q2.labeling.eu-west-1.sagemaker.aws
        redirect URI  https://k3x9q2.labeling.eu-west-1.sagemaker.aws/oauth2/idpresponse
        sign-out      https://k3x9q2.labeling.eu-west-1.sagemaker.aws/logout
    "
  `);
});

test("what AWS says cannot move the cursor", () => {
  const wildlife = wildlifeCreated();
  const failed: ApplyEvent = {
    kind: "target-failed",
    target: targetOf(wildlife),
    step: 1,
    steps: 3,
    failure: { reason: "invalid", message: "\u001B[2J\u202Enamed" },
  };
  const retry: ApplyEvent = {
    kind: "step-retrying",
    target: targetOf(wildlife),
    step: 1,
    attempt: 1,
    reason: "\u0007bell",
    delayMilliseconds: 0,
  };
  const log = logOf(planView(wildlife), [retry, failed]);
  expect(log).toContain("\\u0007bell");
  expect(log).toContain("\\u001b[2J\\u202enamed");
});
