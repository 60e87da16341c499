import * as z from "zod";
import { digestOf } from "./digest.ts";
import { describeLive } from "./describe-state.ts";
import type { Plan } from "./plan-model.ts";
import { planFormatVersion } from "./plan-format-version.ts";
import { planViewSchema } from "./plan-view.ts";

const text = z.string();
const optionalText = z.string().optional();
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
    all_regions: z.boolean(),
  }),
  /** Values given from outside, as expressions of the language; sensitive ones must be given again. */
  variables: z.record(text, text),
  sensitive_variables: z.array(text),
  /** What each block said, as it may be shown. */
  configuration: z.record(text, z.record(text, text)),
  targets: z.array(
    z.object({
      account: optionalText,
      region: text,
      live_digest: text,
      steps_digest: text,
      /** The region as it was read, as it may be shown. */
      live: z.record(text, text),
    }),
  ),
  view: planViewSchema,
});

/** A saved plan: what was approved, from which state, by digests; never a secret. */
export type PlanFile = z.infer<typeof planFile>;

/** A plan file with the digest of everything else in it. */
export const planFileSchema = planFile.extend({ digest: text });

/** Why a plan file cannot be used: a message and what to do. */
export interface PlanFileProblem {
  readonly message: string;
  readonly help: string;
}

/** What identifies a plan's regions and the steps in each. */
export function planTargets(plan: Plan): PlanFile["targets"] {
  return plan.targets.map((each) => {
    const { liveDigest, steps, target } = each;
    return {
      ...(target.account === undefined ? {} : { account: target.account }),
      region: target.region,
      live_digest: liveDigest,
      steps_digest: digestOf(steps),
      live: describeLive(each),
    };
  });
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
  const read = planFileSchema.safeParse(json);
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
