import { z } from "zod";
import type { JournalRecord } from "./journal.ts";

const text = z.string();
/** Left out of JSON where there is none. */
const optionalText = orNothing(text);
const texts = z.array(text);
const textMap = z.record(text, text);
const target = z.object({ account: optionalText, region: text });
const tags = z.discriminatedUnion("readable", [
  z.object({ readable: z.literal(true), values: textMap }),
  z.object({ readable: z.literal(false), reason: text }),
]);
const cognito = z.object({ kind: z.literal("cognito"), userPool: text, clientId: text });
const oidc = z.object({
  kind: z.literal("oidc"),
  clientId: text,
  issuer: text,
  authorizationEndpoint: text,
  tokenEndpoint: text,
  userInfoEndpoint: text,
  logoutEndpoint: text,
  jwksUri: text,
  scope: optionalText,
  authenticationRequestExtraParams: textMap,
});
const workforce = z.object({
  name: text,
  arn: text,
  status: z.enum(["Initializing", "Updating", "Deleting", "Failed", "Active"]),
  failureReason: optionalText,
  subDomain: optionalText,
  identityProvider: z.discriminatedUnion("kind", [cognito, oidc]),
  sourceIpCidrs: texts,
  vpc: orNothing(z.object({ vpcId: text, securityGroupIds: texts, subnets: texts })),
  ipAddressType: z.enum(["ipv4", "dualstack"]),
  createDate: optionalText,
  lastUpdatedDate: optionalText,
  tags,
});
const access = z.enum(["Enabled", "Disabled"]);
const member = z.discriminatedUnion("kind", [
  z.object({ ...cognito.shape, userGroup: text }),
  z.object({ kind: z.literal("oidc"), groups: texts }),
]);
const workteam = z.object({
  name: text,
  arn: text,
  description: text,
  members: z.array(member),
  notificationTopicArn: optionalText,
  workerAccess: z.object({ sourceIp: access, vpcSourceIp: access }),
  tags,
});
const time = text;
const step = z.number();

const failure = z.object({
  reason: z.custom<FailureReason>((value) => typeof value === "string"),
  message: text,
});

/** The records that a run's history is told from; waits, retries and totals are for reading only. */
const record = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("run"),
    time,
    formatVersion: text,
    stack: text,
    local: z.boolean(),
    request: z.object({
      destroy: z.boolean(),
      takeOver: z.boolean(),
      carryTeams: z.boolean(),
      replace: texts,
      rewriteSecret: texts,
      skipPreflight: texts.optional(),
      strictPreflight: z.boolean().optional(),
      allowPrivateIdp: z.boolean().optional(),
      allRegions: z.boolean().optional(),
    }),
    rollback: z.literal(true).optional(),
    leftOut: z.array(target).optional(),
    pid: z.number().optional(),
  }),
  z.object({
    kind: z.literal("target-plan"),
    time,
    target,
    accountId: optionalText,
    address: optionalText,
    steps: z.array(z.object({ operation: text, subject: text })),
  }),
  z.object({
    kind: z.literal("snapshot"),
    time,
    target,
    live: z.object({ workforce: orNothing(workforce), workteams: z.array(workteam) }),
    carried: texts,
    withheld: texts,
  }),
  z.object({
    kind: z.literal("target-settled"),
    time,
    target,
    how: z.enum(["nothing-left", "forgotten", "rolled-back"]),
  }),
  z.object({ kind: z.literal("step-started"), time, target, step }),
  z.object({ kind: z.literal("step-finished"), time, target, step, elapsedMilliseconds: z.number() }),
  z.object({
    kind: z.literal("target-finished"),
    time,
    target,
    elapsedMilliseconds: z.number(),
    subDomain: optionalText,
  }),
  z.object({
    kind: z.literal("target-failed"),
    time,
    target,
    step,
    steps: step,
    failure,
  }),
  z.object({
    kind: z.literal("rollback-finished"),
    time,
    target,
    failure: orNothing(failure),
  }),
  z.object({ kind: z.literal("target-stopped"), time, target, stepsDone: step, steps: step }),
]);

type FailureReason = Extract<JournalRecord, { readonly kind: "target-failed" }>["failure"]["reason"];

/** A record with the time at which it was written, ISO 8601 in UTC. */
export type TimedRecord = z.infer<typeof record>;

/** Reads a journal's text: what is not known is passed over, such as the line that a kill cut off. */
export function readJournal(content: string): readonly TimedRecord[] {
  return content.split("\n").flatMap((line) => {
    const read = record.safeParse(parseJson(line));
    return read.success ? [read.data] : [];
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A member that is there in the result, even if only as undefined. */
function orNothing<T extends z.ZodType>(schema: T): z.ZodType<z.output<T> | undefined> {
  return schema.optional().transform((value) => value) as z.ZodType<z.output<T> | undefined>;
}
