import { expect, test } from "vitest";
import { world } from "./apply/support.ts";
import { clearRegion } from "./clear-region.ts";
import { partsFrom } from "./contract-parts.ts";
import { hospitalVpc, radiology, readers } from "./fixtures.ts";

test("what the contract made goes, when AWS is done with it", async () => {
  const region = (await world({ vpcDelayMilliseconds: 150 })).region();
  await region.send({
    operation: "CreateWorkforce",
    input: { ...radiology, WorkforceVpcConfig: hospitalVpc },
  });
  await expect(region.send({ operation: "CreateWorkteam", input: readers })).rejects.toThrow("Initializing");
  await clearRegion(region, 5000);
  expect(await region.read()).toEqual({ workforce: undefined, workteams: [] });
});

test("what another made stays", async () => {
  const region = (await world()).region();
  await region.send({ operation: "CreateWorkforce", input: { ...radiology, WorkforceName: "default" } });
  await expect(clearRegion(region, 5000)).rejects.toThrow('"default"');
  expect((await region.read()).workforce?.name).toBe("default");
});

test("only what an account is said to have is tried with it", () => {
  expect(partsFrom({ WF_AWS_TEST_USER_POOL: "eu-west-1_P" })).toEqual({
    cognito: undefined,
    vpc: undefined,
    topicArn: undefined,
  });
  const vpc = { WF_AWS_TEST_VPC: "vpc-1", WF_AWS_TEST_SUBNETS: "a,b", WF_AWS_TEST_SECURITY_GROUPS: "sg-1" };
  expect(partsFrom(vpc).vpc).toEqual({ VpcId: "vpc-1", Subnets: ["a", "b"], SecurityGroupIds: ["sg-1"] });
});
