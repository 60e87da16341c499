import * as z from "zod";
import { digestOf } from "./digest.ts";
import type { Plan } from "./plan-model.ts";

/** The newest format that this version writes and reads. */
export const planFormatVersion = "1.0";

const text = z.string();
const optionalText = z.string().optional();
const change = z.object({
  block: optionalText,
  name: text,
  change: z.enum(["add", "change", "remove"]),
  before: optionalText,
  after: optionalText,
  items: z.array(z.object({ change: z.enum(["add", "remove", "keep"]), text })).optional(),
  comment: optionalText,
});
const resource = z.object({
  type: z.enum(["workforce", "workteam"]),
  name: text,
  action: z.enum(["none", "create", "update", "adopt", "replace", "delete", "leave"]),
  verdict: text,
  reasons: z.array(text),
  attributes: z.array(change),
  unchanged: z.number(),
});
const targetView = z.object({
  address: optionalText,
  account: optionalText,
  region: text,
  action: z.enum(["none", "create", "update", "adopt", "replace", "delete", "busy", "refused"]),
  resources: z.array(resource),
  refusals: z.array(
    z.object({
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
      blocks: optionalText,
    }),
  ),
  notes: z.array(z.object({ severity: z.enum(["warning", "info"]), message: text })),
  steps: z.array(z.object({ operation: text, subject: text })),
  impact: z.array(text),
});
const counts = z.object({
  create: z.number(),
  update: z.number(),
  adopt: z.number(),
  replace: z.number(),
  delete: z.number(),
  unchanged: z.number(),
  refused: z.number(),
});

const planFile = z.object({
  format_version: text,
  wf_version: text,
  stack: text,
  configuration_digest: text,
  options: z.object({
    destroy: z.boolean(),
    take_over: z.boolean(),
    carry_teams: z.boolean(),
    targets: z.array(text),
    replace: z.array(text),
    rewrite_secret: z.array(text),
    skip_preflight: z.array(text),
    strict_preflight: z.boolean(),
    allow_private_idp: z.boolean(),
  }),
  /** Values given from outside, as expressions of the language; sensitive ones must be given again. */
  variables: z.record(text, text),
  sensitive_variables: z.array(text),
  targets: z.array(z.object({ account: optionalText, region: text, live_digest: text, steps_digest: text })),
  view: z.object({ stack: text, counts, targets: z.array(targetView) }),
});

/** A saved plan: what was approved, from which state, by digests; never a secret. */
export type PlanFile = z.infer<typeof planFile>;

const sealed = planFile.extend({ digest: text });

/** Why a plan file cannot be used: a message and what to do. */
export interface PlanFileProblem {
  readonly message: string;
  readonly help: string;
}

/** What identifies a plan's regions and the steps in each. */
export function planTargets(plan: Plan): PlanFile["targets"] {
  return plan.targets.map(({ target, liveDigest, steps }) => ({
    ...(target.account === undefined ? {} : { account: target.account }),
    region: target.region,
    live_digest: liveDigest,
    steps_digest: digestOf(steps),
  }));
}

/** The text of a plan file; the same plan gives the same bytes. */
export function writePlanFile(file: PlanFile): string {
  // Through JSON first, so that the digest is of what a reader gets: without members that are undefined.
  const content: unknown = JSON.parse(JSON.stringify(file));
  return `${JSON.stringify({ ...file, digest: digestOf(content) }, undefined, 2)}\n`;
}

/** Reads a plan file; anything else, a changed one and one of a newer format are refused with a reason. */
export function readPlanFile(
  content: string,
): { readonly file: PlanFile } | { readonly problem: PlanFileProblem } {
  const again = "Make it again with wf plan --out FILE.";
  const json = parseJson(content);
  const version = z.object({ format_version: text }).safeParse(json);
  if (!version.success)
    return { problem: { message: "This is not a plan that wf has written.", help: again } };
  if (version.data.format_version.split(".")[0] !== planFormatVersion.split(".")[0]) {
    const found = JSON.stringify(version.data.format_version);
    const message = `The plan is of format ${found}, and this version of wf reads ${planFormatVersion}.`;
    return { problem: { message, help: "Apply it with the version of wf that made it, or make it again." } };
  }
  const read = sealed.safeParse(json);
  if (!read.success)
    return { problem: { message: "The plan file is damaged: parts of it are missing.", help: again } };
  const { digest, ...file } = read.data;
  if (digestOf(JSON.parse(JSON.stringify(file))) !== digest) {
    return { problem: { message: "The plan file was changed after it was written.", help: again } };
  }
  return { file };
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
