import { readFile } from "node:fs/promises";
import path from "node:path";
import { planDocumentSchema } from "@wf/engine";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { eventLineSchema } from "../packages/cli/src/render/event-schema.ts";
import { publishedSchemas } from "../scripts/schemas/published-schemas.ts";
import { root } from "./support/run-wf.ts";
import { exampleWorkspace } from "./support/workspace.ts";

const environment = { WF_VAR_client_secret: "a-secret-of-the-tests" };

async function published(name: string): Promise<ValidateFunction> {
  const text = await readFile(path.join(root, "docs/reference", name), "utf8");
  return new Ajv2020({ strict: true }).compile(JSON.parse(text));
}

function faults(validate: ValidateFunction, data: unknown): unknown {
  return validate(data) ? [] : validate.errors;
}

function linesOf(text: string): readonly unknown[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

test.each([...publishedSchemas()])(
  "%s is what the types say (pnpm schemas writes it)",
  async (name, text) => {
    expect(await readFile(path.join(root, "docs/reference", name), "utf8")).toBe(text);
  },
);

describe("what is printed is what the schemas say", () => {
  test("for a plan, a saved plan and the events of its run", async () => {
    const { wf, directory } = await exampleWorkspace("oidc");
    const plan = await published("plan.schema.json");
    const line = await published("events.schema.json");

    const printed: unknown = JSON.parse(
      (await wf(["plan", "--format=json", "--out=p.json"], { environment })).stdout,
    );
    expect(faults(plan, printed)).toEqual([]);
    // Nothing in it that the schema does not know.
    expect(planDocumentSchema.parse(printed)).toEqual(printed);
    const saved: unknown = JSON.parse(await readFile(path.join(directory, "p.json"), "utf8"));
    expect(faults(await published("plan-file.schema.json"), saved)).toEqual([]);

    const approved = ["apply", "--auto-approve", "--allow-delete", "--json"];
    for (const args of [approved, [...approved, "--var=name=radiology-2"]]) {
      const run = await wf(args, { environment });
      const lines = linesOf(run.stdout);
      expect(lines.length).toBeGreaterThan(8);
      for (const each of lines) {
        expect(faults(line, each)).toEqual([]);
        expect(eventLineSchema.parse(each)).toEqual(each);
      }
    }
  });

  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[], readonly object[]]>([
    [
      "that is made and saved",
      {},
      ["--out=p.json"],
      [
        { type: "version", format_version: "1.0" },
        { type: "target-read", target: { region: "us-east-1" } },
        { type: "plan", plan: { format_version: "1.0", stack: "labeling" } },
        {
          type: "plan-finished",
          outcome: "changes",
          counts: { create: 3 },
          saved_to: "p.json",
          exit_code: 0,
        },
      ],
    ],
    [
      "of a configuration that is wrong",
      { "more.wf.hcl": "workfroce {}\n" },
      [],
      [
        { type: "version" },
        { type: "diagnostic", diagnostic: { severity: "error", file: "more.wf.hcl", line: 1 } },
        { type: "plan-finished", outcome: "failed", exit_code: 1 },
      ],
    ],
    [
      "of what is not there",
      {},
      ["--target=workforce.wards"],
      [
        { type: "version" },
        { type: "error", message: 'There is no workforce with the address "workforce.wards".' },
        { type: "plan-finished", outcome: "failed", exit_code: 1 },
      ],
    ],
    [
      "of several directories that cannot be",
      {},
      ["--recursive", "--out=p.json"],
      [
        { type: "version" },
        { type: "error", message: "--out is for one stack, and several directories are planned." },
      ],
    ],
    [
      "of several directories",
      { "birds/main.wf.hcl": "workfroce {}\n" },
      ["birds", "."],
      [
        { type: "version" },
        { type: "target-read", directory: "." },
        { type: "plan", directory: "." },
        { type: "plan-finished", directory: ".", outcome: "changes", exit_code: 0 },
        { type: "diagnostic", directory: "birds" },
        { type: "diagnostic", directory: "birds" },
        { type: "plan-finished", directory: "birds", outcome: "failed", exit_code: 1 },
        { type: "report-finished", stacks: 2, exit_code: 1 },
      ],
    ],
  ])("for the events of a plan %s", async (_, files, args, said) => {
    const { wf, write } = await exampleWorkspace("oidc");
    for (const [name, text] of Object.entries(files)) await write(name, text);
    const run = await wf(["plan", "--json", ...args], { environment });
    const lines = linesOf(run.stdout);
    expect(lines).toMatchObject(said);
    const line = await published("events.schema.json");
    expect(lines.flatMap((each) => faults(line, each))).toEqual([]);
    for (const each of lines) expect(eventLineSchema.parse(each)).toEqual(each);
  });

  test("for the events of a plan and of a run whose region cannot be read", async () => {
    const { wf, emulator } = await exampleWorkspace("oidc");
    const line = await published("events.schema.json");
    for (const command of [["plan"], ["apply", "--auto-approve"]]) {
      emulator.setFaults([{ operation: "ListWorkforces", fault: { kind: "validation", message: "No." } }]);
      const run = await wf([...command, "--json"], { environment });
      expect(run.code).toBe(1);
      const lines = linesOf(run.stdout);
      expect(lines).toContainEqual(
        expect.objectContaining({
          type: "target-unread",
          failure: { reason: "invalid", message: expect.stringContaining("No.") },
        }),
      );
      expect(lines.flatMap((each) => faults(line, each))).toEqual([]);
    }
  });

  test("for a run that fails", async () => {
    const { wf, emulator } = await exampleWorkspace("oidc");
    emulator.setFaults([{ operation: "CreateWorkteam", fault: { kind: "validation", message: "No." } }]);
    const run = await wf(["apply", "--auto-approve", "--json"], { environment });
    const line = await published("events.schema.json");
    const lines = linesOf(run.stdout);
    expect(lines).toContainEqual(expect.objectContaining({ type: "target-failed", step: 3 }));
    expect(lines.flatMap((each) => faults(line, each))).toEqual([]);
  });
});
