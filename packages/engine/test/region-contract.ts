import { describe, expect, test } from "vitest";
import type { Region } from "../src/ports.ts";
import { RemoteError } from "../src/remote-error.ts";
import { clientSecret, hospitalVpc, oidcConfig, radiology, readers, trackers, wildlife } from "./fixtures.ts";

/** What every `Region` does; `makeRegion` gives an empty one in us-east-1, where changes take effect at once. */
export function regionContract(name: string, makeRegion: () => Promise<Region>): void {
  describe(`${name} as a region`, () => {
    test("is empty at first", async () => {
      const region = await makeRegion();
      expect(await region.read()).toEqual({ workforce: undefined, workteams: [] });
    });

    test("reads back an OIDC workforce with everything that was sent but the secret", async () => {
      const region = await makeRegion();
      const { arn } = await region.send({
        operation: "CreateWorkforce",
        input: {
          ...radiology,
          OidcConfig: { ...oidcConfig, AuthenticationRequestExtraParams: { prompt: "login" } },
          SourceIpConfig: { Cidrs: ["203.0.113.0/24", "2001:db8::/32"] },
          IpAddressType: "dualstack",
          WorkforceVpcConfig: hospitalVpc,
          Tags: [{ Key: "wf:stack", Value: "labeling" }],
        },
      });
      await region.send({
        operation: "CreateWorkteam",
        input: {
          ...readers,
          NotificationConfiguration: { NotificationTopicArn: "arn:aws:sns:us-east-1:123456789012:reads" },
          WorkerAccessConfiguration: {
            S3Presign: { IamPolicyConstraints: { SourceIp: "Enabled", VpcSourceIp: "Disabled" } },
          },
        },
      });
      const live = await region.read();
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
          sourceIpCidrs: ["203.0.113.0/24", "2001:db8::/32"],
          ipAddressType: "dualstack",
          vpc: { vpcId: hospitalVpc.VpcId, subnets: hospitalVpc.Subnets },
          tags: { readable: true, values: { "wf:stack": "labeling" } },
        },
        workteams: [
          {
            name: "readers",
            members: [{ kind: "oidc", groups: ["radiology-readers"] }],
            notificationTopicArn: "arn:aws:sns:us-east-1:123456789012:reads",
            workerAccess: { sourceIp: "Enabled", vpcSourceIp: "Disabled" },
            tags: { readable: true, values: {} },
          },
        ],
      });
      expect(live.workforce?.createDate).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      expect(JSON.stringify(live)).not.toContain(clientSecret);
    });

    test("reads back a Cognito workforce, and follows each kind of change", async () => {
      const region = await makeRegion();
      const { arn: ResourceArn = "" } = await region.send({ operation: "CreateWorkforce", input: wildlife });
      const { arn: teamArn = "" } = await region.send({ operation: "CreateWorkteam", input: trackers });
      await region.send({
        operation: "UpdateWorkforce",
        input: { WorkforceName: "wildlife", SourceIpConfig: { Cidrs: ["10.0.0.0/8"] } },
      });
      await region.send({
        operation: "UpdateWorkteam",
        input: { WorkteamName: "trackers", Description: "Footprints and feathers" },
      });
      await region.send({
        operation: "AddTags",
        input: { ResourceArn, Tags: [{ Key: "park", Value: "Serengeti" }] },
      });
      await region.send({
        operation: "AddTags",
        input: { ResourceArn: teamArn, Tags: [{ Key: "park", Value: "Kruger" }] },
      });
      await region.send({
        operation: "DeleteTags",
        input: { ResourceArn: teamArn, TagKeys: ["park"] },
      });
      expect(await region.read()).toMatchObject({
        workforce: {
          identityProvider: { kind: "cognito", userPool: "us-east-1_Savanna01", clientId: "rangers" },
          sourceIpCidrs: ["10.0.0.0/8"],
          vpc: undefined,
          ipAddressType: "ipv4",
          tags: { readable: true, values: { park: "Serengeti" } },
        },
        workteams: [
          {
            description: "Footprints and feathers",
            members: [{ kind: "cognito", userGroup: "trackers" }],
            tags: { readable: true, values: {} },
          },
        ],
      });
      expect(await region.send({ operation: "DeleteWorkteam", input: { WorkteamName: "trackers" } })).toEqual(
        { success: true },
      );
      await region.send({ operation: "DeleteWorkforce", input: { WorkforceName: "wildlife" } });
      expect(await region.read()).toEqual({ workforce: undefined, workteams: [] });
    });

    test.each([
      ["not-found", { operation: "DeleteWorkforce", input: { WorkforceName: "wildlife" } }],
      ["not-found", { operation: "DeleteWorkteam", input: { WorkteamName: "trackers" } }],
      ["not-found", { operation: "UpdateWorkteam", input: { WorkteamName: "trackers" } }],
      ["in-use", { operation: "CreateWorkteam", input: readers }],
      ["in-use", { operation: "DeleteWorkforce", input: { WorkforceName: "radiology" } }],
      ["limit-exceeded", { operation: "CreateWorkforce", input: wildlife }],
      ["invalid", { operation: "CreateWorkteam", input: { ...readers, WorkteamName: "the readers" } }],
      [
        "invalid",
        { operation: "UpdateWorkforce", input: { WorkforceName: "radiology", OidcConfig: oidcConfig } },
      ],
    ] as const)("says %s to %o", async (reason, call) => {
      const region = await makeRegion();
      await region.send({ operation: "CreateWorkforce", input: radiology });
      await region.send({ operation: "CreateWorkteam", input: readers });
      const error: unknown = await region.send(call).catch((error: unknown) => error);
      expect(error).toBeInstanceOf(RemoteError);
      expect(error).toMatchObject({ reason, operation: call.operation });
    });

    test("tells that nothing depends on a team that is new", async () => {
      const region = await makeRegion();
      await region.send({ operation: "CreateWorkforce", input: radiology });
      await region.send({ operation: "CreateWorkteam", input: readers });
      const { workteams } = await region.read();
      expect(await region.usage(workteams)).toEqual({
        tasks: new Map([["readers", { readable: true, value: { pending: 0, labelingJobs: [] } }]]),
        flowDefinitions: { readable: true, value: [] },
      });
    });

    test("follows all pages", async () => {
      const region = await makeRegion();
      await region.send({ operation: "CreateWorkforce", input: radiology });
      for (let index = 0; index < 25; index++) {
        await region.send({
          operation: "CreateWorkteam",
          input: { ...readers, WorkteamName: `shift-${index}` },
        });
      }
      const { workteams } = await region.read();
      expect(workteams).toHaveLength(25);
    });
  });
}
