import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "../src/adapters/node/index.ts";
import type { ApiCall } from "../src/api-call.ts";
import type { LiveRegion } from "../src/live-state.ts";
import type { Region } from "../src/ports.ts";
import { RemoteError } from "../src/remote-error.ts";
import { readSettled } from "../src/wait-until-settled.ts";
import { clearRegion } from "./clear-region.ts";
import type { ContractParts } from "./contract-parts.ts";
import { clientSecret, oidcConfig, radiology, readers } from "./fixtures.ts";

/** A region to hold against the contract. */
export interface ContractSubject {
  /** One that is empty, or was emptied by `clearRegion`. */
  readonly makeRegion: () => Region;
  readonly parts: ContractParts;
  /** How long AWS may be at work on a workforce. */
  readonly waitMilliseconds: number;
}

/** What every `Region` does. What a test makes goes after it, passed or failed; a region that holds something is refused. */
export function regionContract(name: string, subject: ContractSubject): void {
  const { makeRegion, parts, waitMilliseconds } = subject;
  const timeout = waitMilliseconds * 4;
  const settled = async (region: Region): Promise<LiveRegion> =>
    readSettled(region, systemClock, waitMilliseconds, () => undefined);
  /** Sends calls one after another, each when AWS is done with the one before. */
  const send = async (region: Region, ...calls: readonly ApiCall[]): Promise<readonly string[]> => {
    const arns: string[] = [];
    for (const call of calls) {
      arns.push((await region.send(call)).arn ?? "");
      await settled(region);
    }
    return arns;
  };

  describe(`${name} as a region`, { timeout }, () => {
    let held: string | false | undefined;
    beforeEach(async () => {
      held ??= (await makeRegion().read()).workforce?.name ?? false;
      if (held !== false) throw new Error(`The region has a workforce, "${held}": use another one`);
    });
    afterEach(async () => {
      if (held === false) await clearRegion(makeRegion(), waitMilliseconds);
    }, timeout);

    test("is empty at first", async () => {
      expect(await makeRegion().read()).toEqual({ workforce: undefined, workteams: [] });
    });

    test("reads back an OIDC workforce with everything that was sent but the secret", async () => {
      const region = makeRegion();
      const { topicArn, vpc } = parts;
      const cidrs = ["203.0.113.0/24", ...(vpc === undefined ? [] : ["2001:db8::/32"])];
      const [arn] = await send(
        region,
        {
          operation: "CreateWorkforce",
          input: {
            ...radiology,
            OidcConfig: { ...oidcConfig, AuthenticationRequestExtraParams: { prompt: "login" } },
            SourceIpConfig: { Cidrs: cidrs },
            ...(vpc === undefined ? {} : { IpAddressType: "dualstack", WorkforceVpcConfig: vpc }),
            Tags: [{ Key: "wf:stack", Value: "labeling" }],
          },
        },
        {
          operation: "CreateWorkteam",
          input: {
            ...readers,
            ...(topicArn === undefined
              ? {}
              : { NotificationConfiguration: { NotificationTopicArn: topicArn } }),
            WorkerAccessConfiguration: {
              S3Presign: { IamPolicyConstraints: { SourceIp: "Enabled", VpcSourceIp: "Disabled" } },
            },
          },
        },
      );
      const live = await settled(region);
      expect(live).toMatchObject({
        workforce: {
          name: "radiology",
          arn,
          status: "Active",
          identityProvider: {
            kind: "oidc",
            clientId: "sagemaker",
            scope: "openid profile groups",
            authenticationRequestExtraParams: { prompt: "login" },
          },
          sourceIpCidrs: cidrs,
          ipAddressType: vpc === undefined ? "ipv4" : "dualstack",
          vpc: vpc && { vpcId: vpc.VpcId, subnets: vpc.Subnets },
          tags: { readable: true, values: { "wf:stack": "labeling" } },
        },
        workteams: [
          {
            name: "readers",
            members: [{ kind: "oidc", groups: ["radiology-readers"] }],
            notificationTopicArn: topicArn,
            workerAccess: { sourceIp: "Enabled", vpcSourceIp: "Disabled" },
            tags: { readable: true, values: {} },
          },
        ],
      });
      expect(live.workforce?.createDate).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      expect(JSON.stringify(live)).not.toContain(clientSecret);
    });

    test.skipIf(parts.cognito === undefined)(
      "reads back a Cognito workforce, and follows each kind of change",
      async () => {
        const { cognito } = parts;
        if (cognito === undefined) return;
        const { UserPool, ClientId, UserGroup } = cognito;
        const region = makeRegion();
        const [ResourceArn = "", teamArn = ""] = await send(
          region,
          {
            operation: "CreateWorkforce",
            input: { WorkforceName: "wildlife", CognitoConfig: { UserPool, ClientId } },
          },
          {
            operation: "CreateWorkteam",
            input: {
              WorkteamName: "trackers",
              WorkforceName: "wildlife",
              Description: "Footprints",
              MemberDefinitions: [{ CognitoMemberDefinition: { UserPool, ClientId, UserGroup } }],
            },
          },
        );
        await send(
          region,
          {
            operation: "UpdateWorkforce",
            input: { WorkforceName: "wildlife", SourceIpConfig: { Cidrs: ["10.0.0.0/8"] } },
          },
          {
            operation: "UpdateWorkteam",
            input: { WorkteamName: "trackers", Description: "Footprints and feathers" },
          },
          { operation: "AddTags", input: { ResourceArn, Tags: [{ Key: "park", Value: "Serengeti" }] } },
          { operation: "AddTags", input: { ResourceArn: teamArn, Tags: [{ Key: "park", Value: "Kruger" }] } },
          { operation: "DeleteTags", input: { ResourceArn: teamArn, TagKeys: ["park"] } },
        );
        expect(await region.read()).toMatchObject({
          workforce: {
            identityProvider: { kind: "cognito", userPool: UserPool, clientId: ClientId },
            sourceIpCidrs: ["10.0.0.0/8"],
            vpc: undefined,
            ipAddressType: "ipv4",
            tags: { readable: true, values: { park: "Serengeti" } },
          },
          workteams: [
            {
              description: "Footprints and feathers",
              members: [{ kind: "cognito", userGroup: UserGroup }],
              tags: { readable: true, values: {} },
            },
          ],
        });
        const gone = { operation: "DeleteWorkteam", input: { WorkteamName: "trackers" } } as const;
        expect(await region.send(gone)).toEqual({ success: true });
        await send(region, { operation: "DeleteWorkforce", input: { WorkforceName: "wildlife" } });
        expect(await settled(region)).toEqual({ workforce: undefined, workteams: [] });
      },
    );

    test("says why it does not do what it is asked", async () => {
      const region = makeRegion();
      await send(
        region,
        { operation: "CreateWorkforce", input: radiology },
        { operation: "CreateWorkteam", input: readers },
      );
      const refused = [
        ["not-found", { operation: "DeleteWorkforce", input: { WorkforceName: "wildlife" } }],
        ["not-found", { operation: "DeleteWorkteam", input: { WorkteamName: "trackers" } }],
        ["not-found", { operation: "UpdateWorkteam", input: { WorkteamName: "trackers" } }],
        ["in-use", { operation: "CreateWorkteam", input: readers }],
        ["in-use", { operation: "DeleteWorkforce", input: { WorkforceName: "radiology" } }],
        ["limit-exceeded", { operation: "CreateWorkforce", input: { ...radiology, WorkforceName: "owls" } }],
        ["invalid", { operation: "CreateWorkteam", input: { ...readers, WorkteamName: "the readers" } }],
        [
          "invalid",
          { operation: "UpdateWorkforce", input: { WorkforceName: "radiology", OidcConfig: oidcConfig } },
        ],
      ] as const satisfies readonly (readonly [string, ApiCall])[];
      for (const [reason, call] of refused) {
        const error: unknown = await region.send(call).catch((error: unknown) => error);
        expect(error).toBeInstanceOf(RemoteError);
        expect(error).toMatchObject({ reason, operation: call.operation });
      }
    });

    test("tells that nothing depends on teams that are new, and follows all pages of them", async () => {
      const region = makeRegion();
      await send(region, { operation: "CreateWorkforce", input: radiology });
      for (let index = 0; index < 25; index++) {
        const input = { ...readers, WorkteamName: `shift-${index}` };
        await region.send({ operation: "CreateWorkteam", input });
      }
      const { workteams } = await region.read();
      expect(workteams).toHaveLength(25);
      const { tasks, flowDefinitions } = await region.usage(workteams);
      expect([...tasks.values()]).toEqual(
        workteams.map(() => ({ readable: true, value: { pending: 0, labelingJobs: [] } })),
      );
      expect(flowDefinitions).toEqual({ readable: true, value: [] });
    });
  });
}
