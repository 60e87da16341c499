import { readFile } from "node:fs/promises";
import path from "node:path";
import { type ApplyEvent, planDocumentSchema } from "@wf/engine";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
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

test.each([...publishedSchemas()])(
  "%s is what the types say (pnpm schemas writes it)",
  async (name, text) => {
    expect(await readFile(path.join(root, "docs/reference", name), "utf8")).toBe(text);
  },
);

test("every event has a schema", () => {
  expectTypeOf<ApplyEvent["kind"]>().toExtend<z.infer<typeof eventLineSchema>["type"]>();
});

describe("what is printed is what the schemas say", () => {
  test("for a plan, a saved plan and the events of its run", async () => {
    const { wf, directory } = await exampleWorkspace("oidc");
    const plan = await published("plan.schema.json");
    const line = await published("events.schema.json");

    const printed: unknown = JSON.parse(
      (await wf(["plan", "--json", "--out=p.json"], { environment })).stdout,
    );
    expect(faults(plan, printed)).toEqual([]);
    // Nothing in it that the schema does not know.
    expect(planDocumentSchema.parse(printed)).toEqual(printed);
    const saved: unknown = JSON.parse(await readFile(path.join(directory, "p.json"), "utf8"));
    expect(faults(await published("plan-file.schema.json"), saved)).toEqual([]);

    const approved = ["apply", "--auto-approve", "--allow-delete", "--json"];
    for (const args of [approved, [...approved, "--var=name=radiology-2"]]) {
      const run = await wf(args, { environment });
      const lines = run.stdout
        .trimEnd()
        .split("\n")
        .map((text): unknown => JSON.parse(text));
      expect(lines.length).toBeGreaterThan(8);
      for (const each of lines) {
        expect(faults(line, each)).toEqual([]);
        expect(eventLineSchema.parse(each)).toEqual(each);
      }
    }
  });

  test("for a run that fails", async () => {
    const { wf, emulator } = await exampleWorkspace("oidc");
    emulator.setFaults([{ operation: "CreateWorkteam", fault: { kind: "validation", message: "No." } }]);
    const run = await wf(["apply", "--auto-approve", "--json"], { environment });
    const line = await published("events.schema.json");
    const lines = run.stdout
      .trimEnd()
      .split("\n")
      .map((text): unknown => JSON.parse(text));
    expect(lines).toContainEqual(expect.objectContaining({ type: "target-failed", step: 3 }));
    expect(lines.flatMap((each) => faults(line, each))).toEqual([]);
  });
});
