import * as z from "zod";

const text = z.string();
const optionalText = z.string().optional();
const whole = z.number().int().nonnegative();

const itemView = z
  .object({
    change: z.enum(["add", "remove", "change", "keep"]),
    text,
    before: optionalText.describe("The item as it was, of one that changes."),
    after: optionalText.describe("The item as it will be, of one that changes."),
  })
  .describe("One item of a list or map, as an HCL literal; of a map it is `key = value`.");

const wordView = z
  .object({ change: z.enum(["add", "remove", "keep"]), text })
  .describe("A run of words; the removed and kept runs make the old text, the added and kept ones the new.");

const attributeView = z
  .object({
    block: optionalText.describe("The nested block that holds it."),
    name: text,
    change: z.enum(["add", "change", "remove"]),
    before: optionalText.describe(
      "As an HCL literal, or `(sensitive value)`; left out where there was no value.",
    ),
    after: optionalText.describe("The same, or `(known after apply)`; left out where there will be none."),
    items: z.array(itemView).optional().describe("Of lists and maps: what goes, comes and changes."),
    unchanged: whole.optional().describe("How many more items stay as they are."),
    words: z.array(wordView).optional().describe("For long texts that change: where they differ."),
    effect: z
      .enum(["replace", "staged", "in-place", "tags"])
      .optional()
      .describe(
        "What AWS does with the change: `staged` is an update that it takes only without work teams.",
      ),
    comment: optionalText.describe("Why AWS does so: `forces delete-then-create: …`"),
  })
  .describe("One attribute that changes.");

const resourceView = z
  .object({
    type: z.enum(["workforce", "workteam"]),
    name: text,
    action: z.enum(["none", "create", "update", "adopt", "replace", "delete", "leave"]),
    verdict: text.describe("What happens, as the end of a sentence: `will be created`."),
    reasons: z.array(text).describe("Why it is replaced, beyond the attributes that force it."),
    attributes: z.array(attributeView),
    unchanged: whole.describe("How many attributes stay as they are."),
  })
  .describe("A workforce or a work team.");

const impactView = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("portal-closed"),
      from: whole,
      to: whole.optional().describe("Left out where it is closed for good."),
      message: text,
    }),
    z.object({ kind: z.literal("sign-in-address-changes"), message: text }),
    z.object({ kind: z.literal("workteams-recreated"), workteams: z.array(text), message: text }),
    z.object({ kind: z.literal("workteams-deleted"), workteams: z.array(text), message: text }),
    z.object({
      kind: z.literal("tasks-in-flight"),
      workteams: z
        .array(z.object({ name: text, pending: whole, labeling_jobs: z.array(text) }))
        .describe("Teams that are deleted while tasks wait for their workers."),
      message: text,
    }),
    z.object({
      kind: z.literal("tasks-in-flight-unknown"),
      workteams: z.array(text).describe("Teams whose labeling jobs could not be read."),
      message: text,
    }),
    z.object({
      kind: z.literal("flow-definitions"),
      flow_definitions: z
        .array(z.object({ name: text, workteam: text }))
        .describe("A2I flow definitions that use a team that is deleted."),
      message: text,
    }),
    z.object({ kind: z.literal("flow-definitions-unknown"), message: text }),
  ])
  .describe("Something that the workers notice; steps are counted from 1.");

const refusalView = z
  .object({
    code: z.enum([
      "foreign-workteams",
      "owned-by-another-stack",
      "owner-unknown",
      "preflight-failed",
      "prevent-destroy",
      "same-account",
      "too-many-workteams",
      "workforce-failed",
      "workforce-missing",
    ]),
    message: text,
    help: text,
    blocks: optionalText.describe("Configuration that would lift the refusal, ready to paste."),
  })
  .describe("Why a region is not touched, and what to do about it.");

const targetView = z
  .object({
    address: optionalText.describe("The workforce block's; left out where no block names the region."),
    account: optionalText.describe("The name of an `account` block."),
    region: text,
    action: z.enum(["none", "create", "update", "adopt", "replace", "delete", "busy", "refused"]),
    verdict: text.describe("The action in words: `delete, then create`."),
    digest: text.describe("Identifies the region as it was read."),
    resources: z.array(resourceView),
    refusals: z.array(refusalView),
    notes: z.array(
      z.object({
        severity: z.enum(["warning", "info"]),
        message: text,
        command: optionalText.describe("What to run in a shell, where the message ends with it."),
      }),
    ),
    steps: z
      .array(z.object({ operation: text, subject: text }))
      .describe("The API calls and waits, in order."),
    impact: z.array(impactView).describe("The gravest first."),
  })
  .describe("One region of one account.");

const sweepView = z
  .object({
    looked: whole.describe("How many regions could be read."),
    others: z
      .array(
        z.object({
          account: optionalText,
          region: text,
          workforce: text,
          stack: optionalText.describe("Left out where it has none, or it cannot be read."),
        }),
      )
      .describe("Workforces found there that are not this stack's; they are left alone."),
    unread: z
      .array(
        z.object({
          account: optionalText,
          region: text,
          reason: z.enum(["invalid-credentials", "endpoint-unreachable", "access-denied"]),
        }),
      )
      .describe("`invalid-credentials`: the region is not enabled for the account."),
    messages: z.array(text).describe("The same in sentences."),
  })
  .describe("What came of `--all-regions`: looking into regions that the configuration does not name.");

/** One diagnostic of a configuration, in a plan and among the events. */
export const diagnosticViewSchema = z
  .object({
    severity: z.enum(["error", "warning"]),
    code: text,
    summary: text,
    detail: text,
    file: optionalText,
    line: whole.optional(),
    column: whole.optional(),
  })
  .describe("What the configuration's author should know.");

const counts = z
  .object({
    create: whole,
    update: whole,
    adopt: whole,
    replace: whole,
    delete: whole,
    unchanged: whole,
    refused: whole.describe("Regions that are not touched."),
    busy: whole.describe("Regions where AWS is at work on the workforce."),
    warnings: whole.describe("Of the configuration and of the regions."),
  })
  .describe("Workforces and work teams by what happens to them.");

/** What a plan's view may hold: the one source of its types, of the saved plan's view and of the published JSON Schema. */
export const planViewSchema = z.object({
  stack: text,
  outcome: z
    .enum(["no-changes", "changes", "busy", "refused"])
    .describe("`refused`: exit 1; `changes` and `busy`: exit 2 from `wf plan --detailed-exitcode`."),
  summary: text.describe("The total in one line."),
  counts,
  diagnostics: z.array(diagnosticViewSchema),
  targets: z.array(targetView),
  sweep: sweepView.optional(),
});

/** What `--format json` prints. */
export const planDocumentSchema = z.object({ format_version: text, ...planViewSchema.shape });

/** What `wf drift --format json` prints. */
export const driftDocumentSchema = z.object({
  ...planDocumentSchema.shape,
  drift: z.boolean().describe("Whether a region is not as configured: exit 2."),
});

/** What `--format json` prints for several directories. */
export const plansDocumentSchema = z.object({
  format_version: text,
  stacks: z.array(
    z.object({
      directory: text,
      plan: planDocumentSchema.optional().describe("Left out where the directory could not be planned."),
    }),
  ),
});

/** Data all the way down that nothing changes. */
export type Plain<T> = T extends readonly (infer Item)[]
  ? readonly Plain<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

/** A plan as people read it: everything is decided and masked here, renderers only print. */
export type PlanView = Plain<z.infer<typeof planViewSchema>>;
/** A plan that is only looked at, and whether there is anything to see. */
export type DriftView = PlanView & { readonly drift: boolean };
export type PlanCounts = PlanView["counts"];
export type DiagnosticView = PlanView["diagnostics"][number];
export type TargetView = PlanView["targets"][number];
export type ResourceView = TargetView["resources"][number];
export type ResourceAction = ResourceView["action"];
export type AttributeView = ResourceView["attributes"][number];
export type ItemView = Plain<z.infer<typeof itemView>>;
export type WordView = Plain<z.infer<typeof wordView>>;
export type ImpactView = TargetView["impact"][number];
export type SweepView = NonNullable<PlanView["sweep"]>;
export type StepView = TargetView["steps"][number];
