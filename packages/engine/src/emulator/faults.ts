import * as z from "zod";

const milliseconds = z.number().int().min(0);

const fault = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("throttle") }),
  /** With `carriedOut`, the call takes effect although the answer says 500. */
  z.object({ kind: z.literal("server-error"), carriedOut: z.boolean().default(false) }),
  z.object({ kind: z.literal("access-denied") }),
  z.object({ kind: z.literal("expired-token") }),
  z.object({ kind: z.literal("validation"), message: z.string().default("The request is not valid.") }),
  /** Closes the socket instead of carrying the call out. */
  z.object({ kind: z.literal("drop-before") }),
  /** Carries the call out and closes the socket instead of answering. */
  z.object({ kind: z.literal("drop-after") }),
  /** Carries the call out and answers so much later. */
  z.object({ kind: z.literal("delay"), milliseconds }),
  /** The workforce that the call creates, updates or deletes ends Failed. */
  z.object({
    kind: z.literal("fail-later"),
    reason: z.string().default("The workforce could not be set up."),
  }),
  z.object({ kind: z.literal("delete-unsuccessful") }),
  z.object({
    kind: z.literal("error"),
    type: z.string(),
    message: z.string(),
    status: z.number().int().min(400).max(599).default(400),
  }),
]);

const rule = z.object({
  operation: z.string().optional(),
  region: z.string().optional(),
  account: z.string().optional(),
  /** So many matching calls go well first. */
  skip: z.number().int().min(0).default(0),
  times: z.number().int().min(1).default(1),
  /** Of the calls after that, every so-manieth is met. */
  every: z.number().int().min(1).default(1),
  fault,
});

/** The faults to come, in order of precedence: a call meets the first rule that fits it. */
export const faultRules = z.array(rule);

/** Something going wrong. */
export type Fault = z.infer<typeof fault>;
/** Which calls meet which fault, how often, after how many that go well. */
export type FaultRule = z.infer<typeof rule>;
/** A `FaultRule` as one writes it. */
export type FaultSeed = z.input<typeof rule>;

/** The fault that a call meets, if any, and the rules that remain: each rule that fits counts the call until one fires. */
export function takeFault(
  rules: readonly FaultRule[],
  call: { readonly operation: string; readonly region: string; readonly account: string },
): { readonly fault: Fault | undefined; readonly rules: readonly FaultRule[] } {
  const remaining: FaultRule[] = [];
  let met: Fault | undefined;
  for (const rule of rules) {
    const fits =
      met === undefined &&
      (rule.operation ?? call.operation) === call.operation &&
      (rule.region ?? call.region) === call.region &&
      (rule.account ?? call.account) === call.account;
    if (!fits) remaining.push(rule);
    else if (rule.skip > 0) remaining.push({ ...rule, skip: rule.skip - 1 });
    else {
      met = rule.fault;
      if (rule.times > 1) remaining.push({ ...rule, times: rule.times - 1, skip: rule.every - 1 });
    }
  }
  return { fault: met, rules: remaining };
}
