import { driftDocumentSchema, planDocumentSchema, planFileSchema, plansDocumentSchema } from "@wf/engine";
import * as z from "zod";
import { eventLineSchema } from "../../packages/cli/src/render/event-schema.ts";

const schemas = {
  "plan.schema.json": [planDocumentSchema, "What wf plan and wf show print with --format json"],
  "plans.schema.json": [
    plansDocumentSchema,
    "What wf plan prints with --format json for several directories",
  ],
  "drift.schema.json": [driftDocumentSchema, "What wf drift prints with --format json"],
  "plan-file.schema.json": [planFileSchema, "A plan that wf plan --out has saved"],
  "events.schema.json": [
    eventLineSchema,
    "One line of wf plan --json, wf apply --json and wf destroy --json",
  ],
} as const satisfies Readonly<Record<string, readonly [z.ZodType, string]>>;

/** The published JSON Schemas by their file names. Members that a minor version adds are not forbidden. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, [schema, title]]) => {
      const { $schema, ...body } = z.toJSONSchema(schema, { io: "input" });
      return [name, `${JSON.stringify({ $schema, title, ...body }, undefined, 2)}\n`];
    }),
  );
}
