import { describe, expect, test } from "vitest";
import { defaultRegion } from "../src/default-region.ts";
import { profiles } from "./profiles.ts";

const regions = { default: "eu-west-1", wildlife: "af-south-1", nowhere: "" };

describe("where nothing says it, the region is that of", () => {
  test.each([
    ["the default profile", {}, undefined, "eu-west-1"],
    ["AWS_PROFILE", { AWS_PROFILE: "wildlife" }, undefined, "af-south-1"],
    ["the profile that is asked for", { AWS_PROFILE: "nowhere" }, "wildlife", "af-south-1"],
    ["the environment, rather", { AWS_REGION: "us-west-2" }, "wildlife", "us-west-2"],
    [
      "AWS_DEFAULT_REGION, too",
      { AWS_REGION: "", AWS_DEFAULT_REGION: "ca-central-1" },
      undefined,
      "ca-central-1",
    ],
    ["none, where the profile names none", {}, "nowhere", undefined],
    ["none, where there is no such profile", {}, "constructor", undefined],
  ])("%s", async (_, environment, profile, expected) => {
    const files = await profiles(regions);
    const context = { io: { environment: { ...files, ...environment } }, local: false };
    expect(await defaultRegion(context, profile)).toBe(expected);
  });

  test("the file of credentials, before the other", async () => {
    const files = await profiles(regions, "[wildlife]\nregion = me-central-1\n");
    expect(await defaultRegion({ io: { environment: files }, local: false }, "wildlife")).toBe(
      "me-central-1",
    );
  });

  test("no file where there is none", async () => {
    const environment = { AWS_CONFIG_FILE: "/nowhere", AWS_SHARED_CREDENTIALS_FILE: "/nowhere" };
    expect(await defaultRegion({ io: { environment }, local: false })).toBeUndefined();
  });

  test("this machine, whatever the profile", async () => {
    const files = await profiles(regions);
    expect(await defaultRegion({ io: { environment: files }, local: true })).toBe("us-east-1");
  });
});
