import { loadSharedConfigFiles } from "@smithy/core/config";

/**
 * The region that a profile of the AWS configuration files names: AWS_PROFILE's, or that of the default profile, where none is
 * given. Files that are not there, or cannot be read, name none.
 */
export async function profileRegion(
  profile: string | undefined,
  { AWS_CONFIG_FILE, AWS_PROFILE, AWS_SHARED_CREDENTIALS_FILE }: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({
    ...(AWS_CONFIG_FILE === undefined ? {} : { configFilepath: AWS_CONFIG_FILE }),
    ...(AWS_SHARED_CREDENTIALS_FILE === undefined ? {} : { filepath: AWS_SHARED_CREDENTIALS_FILE }),
  });
  const name = profile ?? AWS_PROFILE ?? "default";
  // In the order in which AWS's own tools look.
  return credentialsFile[name]?.["region"] ?? configFile[name]?.["region"];
}
