import { renderToString } from "ink";
import { describe, expect, test } from "vitest";
import { type DoctorCheck, headingOf, type Outcome } from "../../src/doctor/doctor-check.ts";
import {
  doctor,
  type DoctorEvent,
  type DoctorState,
  doctorTotals,
  initialDoctor,
} from "../../src/doctor/doctor-state.ts";
import { doctorLines, doctorSummary } from "../../src/render/doctor-text.ts";
import { theme } from "../../src/render/theme.ts";
import { Checklist } from "../../src/ui/checklist.tsx";
import { lookOf } from "../../src/ui/theme.ts";
import { fakeTerminal } from "../terminal.ts";

const plain = theme(false);
const look = lookOf(fakeTerminal().io, plain);
const region = { account: "prod", region: "us-east-1", address: "workforce.radiology" };

function check(name: string, asks: string, place = region): DoctorCheck {
  const heading = headingOf(place);
  return { name, heading, place, asks, make: () => Promise.reject(new Error("not made here")) };
}

const checks: readonly DoctorCheck[] = [
  { ...check("credentials", "whose the credentials are"), heading: "account.prod" },
  check("region", "that SageMaker answers"),
  check("tags", "that tags can be read"),
  check("permissions", "which calls are allowed that change something"),
  check("oidc-discovery", "that the issuer's discovery document answers and agrees with oidc_config"),
  check("oidc-groups", "that the identity provider offers the claim sagemaker:groups"),
];

const ended = (index: number, outcome: Outcome): readonly DoctorEvent[] => [
  { kind: "started", index },
  { kind: "finished", index, outcome },
];

const events: readonly DoctorEvent[] = [
  ...ended(0, {
    kind: "passed",
    message: "Account 123456789012, as arn:aws:sts::123456789012:assumed-role/labeling/wf",
  }),
  ...ended(1, {
    kind: "failed",
    message:
      "The credentials do not allow ListWorkforces in us-east-1: no \u001b[2Jidentity-based policy allows it.",
    help: "Have it granted.",
  }),
  ...ended(2, { kind: "skipped", message: "The region could not be read." }),
  ...ended(3, {
    kind: "not-made",
    message: "Calls that change something are not tried, and IAM could not be asked about them.",
  }),
  { kind: "started", index: 4 },
];

function after(given: readonly DoctorEvent[]): DoctorState {
  return given.reduce(doctor, initialDoctor(checks));
}

describe("the checklist", () => {
  test.each([60, 80, 160])("at %i columns", async (columns) => {
    const view = <Checklist state={after(events)} frame={3} size={{ columns, rows: 30 }} look={look} />;
    const text = renderToString(view, { columns });
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(columns);
    await expect(`${text}\n`).toMatchFileSnapshot(`expected/doctor-${columns}.txt`);
  });

  test.each([60, 80, 160])("as lines of %i columns", async (columns) => {
    const state = after([
      ...events,
      ...ended(4, { kind: "passed", message: "It agrees." }),
      ...ended(5, { kind: "passed", message: "It is listed." }),
    ]);
    const text = [
      ...doctorLines(state, 0, checks.length, plain, columns),
      "",
      doctorSummary(state, plain),
      "",
    ];
    await expect(text.join("\n")).toMatchFileSnapshot(`expected/doctor-lines-${columns}.txt`);
  });

  test("keeps what failed on a screen that is too small for all", () => {
    const fleet = Array.from({ length: 300 }, (_, index) =>
      check("region", "that SageMaker answers", { ...region, region: `xx-savanna-${index}` }),
    );
    const state = [
      ...ended(250, { kind: "failed", message: "It does not answer.", help: "Look at the network." }),
      { kind: "started", index: 20 } as const,
    ].reduce(doctor, initialDoctor(fleet));
    const view = <Checklist state={state} frame={0} size={{ columns: 80, rows: 12 }} look={look} />;
    const text = renderToString(view, { columns: 80 });
    expect(text.split("\n").length).toBeLessThan(12);
    expect(text).toContain("It does not answer.");
    expect(text).toContain("xx-savanna-20");
    expect(text).toMatch(/29\d not shown/);
  });

  test("counts every check once", () => {
    expect(doctorTotals(after(events))).toEqual({
      checks: 6,
      open: 2,
      passed: 1,
      failed: 1,
      "not-made": 1,
      skipped: 1,
    });
  });
});
