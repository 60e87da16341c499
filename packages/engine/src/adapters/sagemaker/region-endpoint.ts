import { ListTagsCommand, type SageMakerClientResolvedConfig } from "@aws-sdk/client-sagemaker";
import { getEndpointFromInstructions } from "@smithy/core/endpoints";
import type { EndpointV2 } from "@smithy/types";

/** Where SageMaker is in a region: by a client's own settings, the environment, the profile, or else AWS's rules. */
export async function regionEndpoint(
  config: SageMakerClientResolvedConfig,
  region: string,
): Promise<EndpointV2> {
  const here = { ...config, region: () => Promise.resolve(region) };
  return getEndpointFromInstructions({}, ListTagsCommand, here);
}
