import { driftDocumentSchema } from "@wf/engine";
import { expect, test } from "vitest";
import { cognito, spotters, stack } from "./support/wildlife.ts";
import { workspace } from "./support/workspace.ts";

const configuration = (...regions: readonly string[]): string => `${stack}workforce "traps" {
  for_each = toset(${JSON.stringify(regions)})
  region   = each.value
  ${cognito("${each.value}")}
  ${spotters("Eyes")}
}
`;
const place = "123456789012/eu-west-1";
const notEnabled = {
  kind: "error",
  type: "UnrecognizedClientException",
  message: "The security token included in the request is invalid.",
} as const;

test("drift is nothing, then what was changed in the console, in every format", async () => {
  const { wf, emulator } = await workspace({ "main.wf.hcl": configuration("eu-west-1") });
  await wf(["apply", "--auto-approve"]);
  expect(await wf(["drift"])).toMatchObject({ code: 0, stderr: "" });

  const { regions } = emulator.state();
  const [spotters] = regions[place]?.workteams ?? [];
  if (spotters === undefined) throw new Error("There is no team");
  const workteams = [{ ...spotters, description: "Ears" }];
  await emulator.setState({ regions: { ...regions, [place]: { ...regions[place], workteams } } });
  const before = emulator.calls().length;
  const text = await wf(["drift"]);
  expect(text.code).toBe(2);
  expect(text.stdout).toContain('~ description = "Ears" -> "Eyes"');
  expect(text.stdout).toContain("Drift: 1 of 1 region not as configured.");
  expect(text.stdout).not.toContain("Steps");
  expect(
    emulator
      .calls()
      .slice(before)
      .every(({ operation }) => operation.startsWith("List")),
  ).toBe(true);
  const json: unknown = JSON.parse((await wf(["drift", "--json", "--no-all-regions"])).stdout);
  expect(driftDocumentSchema.parse(json)).toEqual(json);
  expect(json).toMatchObject({ drift: true, targets: [{ action: "update", steps: [] }] });
  const markdown = (await wf(["drift", "--format=markdown"])).stdout;
  expect(markdown).toContain("### wf drift: `wildlife`");
  expect(markdown).toContain("| Region | Workforce | What happens | Digest of live state |\n");
  expect(markdown).toMatch(/ for 90 days: `aws cloudtrail lookup-events [^`]+`$/m);
});

test("what the configuration does not name any more is found, offered, saved and deleted", async () => {
  const { wf, write, emulator } = await workspace({ "main.wf.hcl": configuration("eu-west-1", "sa-east-1") });
  await wf(["apply", "--auto-approve"]);
  await write("main.wf.hcl", configuration("eu-west-1"));
  const narrow = await wf(["plan", "--detailed-exitcode"]);
  expect(narrow).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("--all-regions reads others too."),
  });

  emulator.setFaults([
    { region: "me-south-1", times: 99, fault: notEnabled },
    { region: "af-south-1", times: 99, fault: notEnabled },
  ]);
  const found = await wf(["drift"]);
  expect(found).toMatchObject({ code: 2, stderr: "" });
  expect(found.stdout).toContain("# sa-east-1: delete");
  expect(found.stdout).toContain("not enabled for the account: af-south-1, me-south-1.");

  const plan = await wf(["plan", "--all-regions", "--out=plan.json"]);
  expect(plan).toMatchObject({ code: 0, stderr: "" });
  expect(plan.stdout).toContain("Plan: 2 to delete");
  expect(await wf(["apply", "plan.json"])).toMatchObject({ code: 0 });
  expect(emulator.state().regions["123456789012/sa-east-1"]?.workforce).toBeUndefined();
  expect(await wf(["drift"])).toMatchObject({ code: 0 });
  expect((await wf(["plan", "--all-regions"])).stdout).toContain(
    "No changes. What is live is what the configuration says.\n",
  );

  const stale = await wf(["apply", "plan.json"]);
  expect(stale.code).toBe(1);
  expect(stale.stderr).toContain("sa-east-1 has moved since the plan was made");
});

test("credentials that are wrong everywhere are an error, and --target excludes --all-regions", async () => {
  const { wf, emulator } = await workspace({ "main.wf.hcl": stack });
  emulator.setFaults([{ times: 999, fault: notEnabled }]);
  const run = await wf(["drift"]);
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toContain("[invalid-credentials]");
  const markdown = await wf(["drift", "--format=markdown"]);
  expect(markdown.code).toBe(1);
  expect(markdown.stdout).toMatch(/^<!-- wf:drift:/);
  expect(markdown.stdout).toContain("**Drift could not be told: ");
  const both = await wf(["plan", "--all-regions", "--target=x"]);
  expect(both).toMatchObject({ code: 1, stdout: "" });
});
