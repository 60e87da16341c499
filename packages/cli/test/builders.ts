import type { ApplyEvent, Failure, PlanView, Target, TargetView } from "@wf/engine";

/** A region where everything is as it should be. */
export function targetView(part: Partial<TargetView> = {}): TargetView {
  return {
    address: "workforce.radiology",
    account: undefined,
    region: "us-east-1",
    action: "none",
    verdict: "no changes",
    digest: "0",
    resources: [],
    refusals: [],
    notes: [],
    steps: [],
    impact: [],
    ...part,
  };
}

/** A workforce for radiologists that is deleted and created again with its team. */
export function radiologyReplaced(part: Partial<TargetView> = {}): TargetView {
  return targetView({
    action: "replace",
    steps: [
      { operation: "DeleteWorkteam", subject: "readers" },
      { operation: "DeleteWorkforce", subject: "radiology" },
      { operation: "wait", subject: "until radiology is gone" },
      { operation: "CreateWorkforce", subject: "radiology" },
      { operation: "wait", subject: "until radiology is Active" },
      { operation: "CreateWorkteam", subject: "readers" },
    ],
    impact: [
      {
        kind: "portal-closed",
        from: 2,
        to: 5,
        message: "The worker portal is closed from step 2 to step 5.",
      },
      {
        kind: "sign-in-address-changes",
        message:
          "The sign-in address changes: workers need the new one, and the identity provider must allow the new redirect URI, which is known after apply.",
      },
      {
        kind: "workteams-recreated",
        workteams: ["readers"],
        message:
          'Work team "readers" is deleted and created again under the same ARN: tasks in flight can be lost.',
      },
    ],
    ...part,
  });
}

/** A workforce for wildlife photographs that is created. */
export function wildlifeCreated(part: Partial<TargetView> = {}): TargetView {
  return targetView({
    address: "workforce.wildlife",
    region: "eu-west-1",
    action: "create",
    steps: [
      { operation: "CreateWorkforce", subject: "wildlife" },
      { operation: "wait", subject: "until wildlife is Active" },
      { operation: "CreateWorkteam", subject: "trackers" },
    ],
    ...part,
  });
}

/** A plan for these regions. */
export function planView(...targets: readonly TargetView[]): PlanView {
  const counts = {
    create: 0,
    update: 0,
    adopt: 0,
    replace: 0,
    delete: 0,
    unchanged: 0,
    refused: 0,
    busy: 0,
    warnings: 0,
  };
  return { stack: "labeling", outcome: "changes", summary: "Plan.", counts, diagnostics: [], targets };
}

/** The target of a view. */
export function targetOf({ account, region }: TargetView): Target {
  return { account, region };
}

/** Everything that a target tells when each step takes a second and nothing goes wrong. */
export function smoothRun(view: TargetView, subDomain?: string): readonly ApplyEvent[] {
  const target = targetOf(view);
  const steps = view.steps.length;
  return [
    { kind: "target-started", target, steps },
    ...view.steps.flatMap((_, index): readonly ApplyEvent[] => [
      { kind: "step-started", target, step: index + 1 },
      { kind: "step-finished", target, step: index + 1, elapsedMilliseconds: 1000 },
    ]),
    { kind: "target-finished", target, elapsedMilliseconds: steps * 1000, subDomain },
  ];
}

/** The first steps of a target, carried out, and the next one begun. */
export function runUntil(view: TargetView, step: number): readonly ApplyEvent[] {
  const all = smoothRun(view);
  const end = all.findIndex((event) => event.kind === "step-started" && event.step === step);
  return all.slice(0, end + 1);
}

/** Why a workforce did not come to be. */
export const deafIdentityProvider: Failure = {
  reason: "workforce-failed",
  message:
    'Workforce "radiology" is Failed: The identity provider at https://idp.radiology.example did not answer within 10 seconds.',
};

/** A run that replaces, waits, is throttled, fails and is stopped: a little of everything. */
export function eventfulRun(
  views: Readonly<Record<"failing" | "smooth" | "slow" | "stopped", TargetView>>,
): readonly ApplyEvent[] {
  const { failing, slow, smooth, stopped } = views;
  const [failed, slowly, halted] = [targetOf(failing), targetOf(slow), targetOf(stopped)];
  const waiting = (status: string, elapsedMilliseconds: number): ApplyEvent => ({
    kind: "step-waiting",
    target: slowly,
    step: 3,
    status,
    elapsedMilliseconds,
  });
  return [
    { kind: "apply-started", targets: 4, steps: 18 },
    ...runUntil(failing, 5),
    { kind: "target-failed", target: failed, step: 5, steps: 6, failure: deafIdentityProvider },
    ...runUntil(stopped, 2),
    { kind: "target-stopped", target: halted, stepsDone: 1, steps: 3 },
    ...smoothRun(smooth, "k3x9q2.labeling.eu-west-1.sagemaker.aws"),
    ...runUntil(slow, 3),
    waiting("Active", 300),
    waiting("Deleting", 600),
    waiting("Deleting", 1000),
    { kind: "step-finished", target: slowly, step: 3, elapsedMilliseconds: 62_000 },
    { kind: "step-started", target: slowly, step: 4 },
    {
      kind: "step-retrying",
      target: slowly,
      step: 4,
      attempt: 1,
      reason: "ThrottlingException: Rate exceeded",
      delayMilliseconds: 400,
    },
  ];
}

/** The regions of `eventfulRun`. */
export const eventfulViews = {
  failing: radiologyReplaced(),
  slow: radiologyReplaced({ region: "ap-southeast-2", address: 'workforce.radiology["ap-southeast-2"]' }),
  smooth: wildlifeCreated(),
  stopped: wildlifeCreated({ region: "eu-central-1", account: "prod" }),
} as const;
