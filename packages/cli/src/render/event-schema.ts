import { diagnosticViewSchema, type Plain, planDocumentSchema } from "@wf/engine";
import * as z from "zod";

const whole = z.number().int().nonnegative();
const milliseconds = z.number().nonnegative();
const target = z
  .object({ account: z.string().optional(), region: z.string() })
  .describe("One region of one account; `account` is the name of an `account` block.");
const step = whole.describe("Counted from 1, as in the plan.");

const failure = z.object({ reason: z.string(), message: z.string() });

const directory = z
  .string()
  .optional()
  .describe("Where several directories are planned: whose line this is. They are planned one after another.");

const moved = z
  .object({
    where: z.string().describe("A region, or the address of a block."),
    path: z.string(),
    before: z.string().optional().describe("As an HCL literal or words; left out where there was nothing."),
    after: z.string().optional().describe("The same; left out where there is nothing."),
  })
  .describe("What is no longer as it was when the plan was made.");

/** One line of `wf plan --json`, `wf apply --json` and `wf destroy --json`. */
export const eventLineSchema = z.discriminatedUnion("type", [
  z
    .object({ type: z.literal("version"), wf: z.string(), format_version: z.string() })
    .describe("The first line: the version of wf, and that of the format of these lines."),
  z
    .object({ type: z.literal("diagnostic"), directory, diagnostic: diagnosticViewSchema })
    .describe("What is wrong or doubtful in the configuration, in the order of its files."),
  z
    .object({ type: z.literal("target-read"), directory, target, elapsed_milliseconds: milliseconds })
    .describe("A region was read. Regions are read side by side and told as they are done, in any order."),
  z
    .object({
      type: z.literal("target-retrying"),
      directory,
      target,
      attempt: whole,
      reason: z.string(),
      delay_milliseconds: milliseconds,
    })
    .describe("A call of a region's reading failed, as when AWS throttles, and will be made again."),
  z
    .object({ type: z.literal("target-unread"), directory, target, failure, help: z.string() })
    .describe("A region could not be read: there will be no plan."),
  z
    .object({
      type: z.literal("error"),
      directory,
      message: z.string(),
      help: z.string(),
      moved: z
        .array(moved)
        .optional()
        .describe("Of a saved plan that is out of date; empty where what moved is not shown in plans."),
    })
    .describe("What else stands in the way, and what to do about it."),
  z
    .object({ type: z.literal("plan"), directory, plan: planDocumentSchema })
    .describe("The plan, the same as in `wf plan --format json`."),
  z
    .object({
      type: z.literal("plan-finished"),
      directory,
      outcome: z.enum([...planDocumentSchema.shape.outcome.options, "failed"]),
      summary: z.string().optional().describe("One sentence; left out where the plan failed."),
      counts: planDocumentSchema.shape.counts.optional().describe("Left out where the plan failed."),
      denied: z.string().optional().describe("Why `--deny` forbids the plan."),
      saved_to: z.string().optional().describe("The file of `--out`, where the plan was saved."),
      exit_code: whole.describe("What this directory alone would exit with."),
    })
    .describe("The last line of `wf plan --json`, of each directory where there are several."),
  z
    .object({ type: z.literal("report-finished"), stacks: whole, exit_code: whole })
    .describe("The last line of `wf plan --json` for several directories."),
  z.object({ type: z.literal("apply-started"), targets: whole, steps: whole }),
  z.object({ type: z.literal("target-started"), target, steps: whole }),
  z.object({ type: z.literal("step-started"), target, step }),
  z
    .object({
      type: z.literal("step-waiting"),
      target,
      step,
      status: z.string(),
      elapsed_milliseconds: milliseconds,
    })
    .describe("AWS is at work; `status` is the workforce's."),
  z
    .object({
      type: z.literal("step-retrying"),
      target,
      step,
      attempt: whole,
      reason: z.string(),
      delay_milliseconds: milliseconds,
    })
    .describe("A call is sent again after a pause."),
  z.object({ type: z.literal("step-finished"), target, step, elapsed_milliseconds: milliseconds }),
  z.object({
    type: z.literal("target-finished"),
    target,
    elapsed_milliseconds: milliseconds,
    sub_domain: z.string().optional().describe("The portal's host name, where the run made a workforce."),
  }),
  z
    .object({ type: z.literal("rollback-started"), target, steps: whole })
    .describe("A creation failed for good after the deletion: what was deleted is put back."),
  z
    .object({ type: z.literal("rollback-finished"), target, failure: failure.optional() })
    .describe("`failure` says why it was not put back."),
  z.object({
    type: z.literal("target-failed"),
    target,
    step: step.describe("The step that failed; those before it were carried out."),
    steps: whole,
    failure,
  }),
  z.object({ type: z.literal("target-stopped"), target, steps_done: whole, steps: whole }),
  z
    .object({
      type: z.literal("apply-finished"),
      finished: whole,
      failed: whole,
      stopped: whole,
      elapsed_milliseconds: milliseconds,
    })
    .describe("The last event of the run."),
  z
    .object({
      type: z.literal("outputs"),
      outputs: z.record(
        z.string(),
        z.object({
          sensitive: z.boolean(),
          value: z.unknown().optional().describe("Left out where it is sensitive or not known."),
        }),
      ),
    })
    .describe("The last line, where the configuration has outputs."),
]);

/** A line as it is made. Import it as a type: nothing that writes lines needs the schema when it runs. */
export type EventLine = Plain<z.input<typeof eventLineSchema>>;
