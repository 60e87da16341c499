import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterEach, expect, test, vi } from "vitest";
import { regionEndpoint } from "../../src/adapters/sagemaker/region-endpoint.ts";

afterEach(() => vi.unstubAllEnvs());

async function hostIn(
  region: string,
  environment: Readonly<Record<string, string>> = {},
  endpoint?: string,
): Promise<string> {
  vi.stubEnv("AWS_CONFIG_FILE", "/nowhere/config");
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const { config } = new SageMakerClient({
    region: "us-east-1",
    ...(endpoint === undefined ? {} : { endpoint }),
  });
  return (await regionEndpoint(config, region)).url.href;
}

test.each([
  ["us-east-1", "https://api.sagemaker.us-east-1.amazonaws.com/"],
  ["eu-central-2", "https://api.sagemaker.eu-central-2.amazonaws.com/"],
  ["cn-north-1", "https://api.sagemaker.cn-north-1.amazonaws.com.cn/"],
  ["us-gov-west-1", "https://api.sagemaker.us-gov-west-1.amazonaws.com/"],
])("SageMaker in %s is at %s", async (region, url) => {
  expect(await hostIn(region)).toBe(url);
});

test.each([
  [{ AWS_USE_FIPS_ENDPOINT: "true" }, "https://api-fips.sagemaker.us-west-2.amazonaws.com/"],
  [{ AWS_USE_DUALSTACK_ENDPOINT: "true" }, "https://api.sagemaker.us-west-2.api.aws/"],
  [{ AWS_ENDPOINT_URL_SAGEMAKER: "http://127.0.0.1:4566" }, "http://127.0.0.1:4566/"],
  [{ AWS_ENDPOINT_URL: "http://127.0.0.1:4577" }, "http://127.0.0.1:4577/"],
])("with %o it is at %s", async (environment, url) => {
  expect(await hostIn("us-west-2", environment)).toBe(url);
});

test("an account block's endpoint comes before the environment's", async () => {
  const environment = { AWS_ENDPOINT_URL_SAGEMAKER: "http://127.0.0.1:4566" };
  expect(await hostIn("us-west-2", environment, "https://savanna.example.com")).toBe(
    "https://savanna.example.com/",
  );
});
