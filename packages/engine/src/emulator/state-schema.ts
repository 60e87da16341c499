import * as z from "zod";

const tag = z.object({ Key: z.string(), Value: z.string() }).readonly();

const vpc = z
  .object({
    vpcId: z.string(),
    securityGroupIds: z.array(z.string()).readonly(),
    subnets: z.array(z.string()).readonly(),
  })
  .readonly();

const cognito = z
  .object({ kind: z.literal("cognito"), userPool: z.string(), clientId: z.string() })
  .readonly();

const oidc = z
  .object({
    kind: z.literal("oidc"),
    clientId: z.string(),
    /** Of the client secret; the secret itself is kept nowhere. */
    clientSecretSha256: z.string(),
    issuer: z.string(),
    authorizationEndpoint: z.string(),
    tokenEndpoint: z.string(),
    userInfoEndpoint: z.string(),
    logoutEndpoint: z.string(),
    jwksUri: z.string(),
    scope: z.string().optional(),
    authenticationRequestExtraParams: z.record(z.string(), z.string()).readonly().optional(),
  })
  .readonly();

/** A workforce that AWS is at work on: what it is busy with, until when, and how that ends. */
const transition = z
  .object({
    status: z.enum(["Initializing", "Updating", "Deleting"]),
    until: z.number(),
    failureReason: z.string().optional(),
    /** The VPC to be once it is over; `none` for a removed one; left out for no change. */
    vpc: z.union([vpc, z.literal("none")]).optional(),
  })
  .readonly();

const workforce = z
  .object({
    name: z.string(),
    /** From 1, the how-manieth workforce of the region this is: the sub-domain comes from it. */
    creation: z.number().int().default(1),
    identityProvider: z.discriminatedUnion("kind", [cognito, oidc]),
    sourceIpCidrs: z.array(z.string()).readonly().default([]),
    vpc: vpc.optional(),
    ipAddressType: z.enum(["ipv4", "dualstack"]).optional(),
    failureReason: z.string().optional(),
    transition: transition.optional(),
    createdAt: z.number().default(0),
    updatedAt: z.number().default(0),
    tags: z.array(tag).readonly().default([]),
  })
  .readonly();

const member = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("cognito"),
      userPool: z.string(),
      clientId: z.string(),
      userGroup: z.string(),
    }),
    z.object({ kind: z.literal("oidc"), groups: z.array(z.string()).readonly() }),
  ])
  .readonly();

const accessSwitch = z.enum(["Enabled", "Disabled"]).default("Disabled");

const workteam = z
  .object({
    name: z.string(),
    description: z.string(),
    members: z.array(member).readonly(),
    notificationTopicArn: z.string().optional(),
    workerAccess: z
      .object({ sourceIp: accessSwitch, vpcSourceIp: accessSwitch })
      .readonly()
      .default({ sourceIp: "Disabled", vpcSourceIp: "Disabled" }),
    createdAt: z.number().default(0),
    updatedAt: z.number().default(0),
    tags: z.array(tag).readonly().default([]),
  })
  .readonly();

const vendorWorkforce = z.object({ name: z.string(), createdAt: z.number().default(0) }).readonly();

const labelingJob = z
  .object({
    name: z.string(),
    workteamName: z.string(),
    pendingHuman: z.number().int().default(0),
    humanLabeled: z.number().int().default(0),
    createdAt: z.number().default(0),
  })
  .readonly();

const flowDefinition = z
  .object({
    name: z.string(),
    workteamName: z.string(),
    status: z.enum(["Initializing", "Active", "Failed", "Deleting"]).default("Active"),
    createdAt: z.number().default(0),
  })
  .readonly();

const region = z
  .object({
    workforce: workforce.optional(),
    workteams: z.array(workteam).readonly().default([]),
    /** How many private workforces the region has seen. */
    creations: z.number().int().default(0),
    vendorWorkforces: z.array(vendorWorkforce).readonly().default([]),
    labelingJobs: z.array(labelingJob).readonly().default([]),
    flowDefinitions: z.array(flowDefinition).readonly().default([]),
  })
  .readonly();

/** The whole state of an emulator and the format of its data file. Times are milliseconds since the epoch. */
export const stateSchema = z
  .object({
    version: z.literal(1).default(1),
    /** Keyed `ACCOUNT/REGION`. */
    regions: z
      .record(z.string().regex(/^\d{12}\/[a-z0-9-]+$/, "a key is ACCOUNT/REGION"), region)
      .readonly()
      .default({}),
  })
  .readonly();

/** All that an emulator holds. */
export type EmulatorState = z.infer<typeof stateSchema>;
/** An `EmulatorState` as tests and people write it: what goes without saying may be left out. */
export type EmulatorSeed = z.input<typeof stateSchema>;
/** One region of one account. */
export type RegionState = z.infer<typeof region>;
export type StoredWorkforce = z.infer<typeof workforce>;
export type StoredIdentityProvider = StoredWorkforce["identityProvider"];
export type StoredVpc = z.infer<typeof vpc>;
export type Transition = z.infer<typeof transition>;
export type StoredWorkteam = z.infer<typeof workteam>;
export type StoredMember = z.infer<typeof member>;
export type StoredTag = z.infer<typeof tag>;
export type StoredLabelingJob = z.infer<typeof labelingJob>;
export type StoredFlowDefinition = z.infer<typeof flowDefinition>;
