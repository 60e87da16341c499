import type { SageMakerClientResolvedConfig } from "@aws-sdk/client-sagemaker";

/** What CloudTrail shows as the caller's program: the SDK's own text, and the application that AWS's settings name. */
export async function userAgent({
  defaultUserAgentProvider,
  userAgentAppId,
}: Pick<SageMakerClientResolvedConfig, "defaultUserAgentProvider" | "userAgentAppId">): Promise<string> {
  const application = await userAgentAppId();
  const parts = [
    ...(await defaultUserAgentProvider()),
    ...(application === undefined ? [] : [["app", application] as const]),
  ];
  return parts.map(([name, version = ""]) => printPart(name, version)).join(" ");
}

/** As in `os/linux#6.1` and `lang/js`; what has no place in a header becomes a dash. */
function printPart(name: string, version: string): string {
  if (version === "") return name;
  return `${name}${name.includes("/") ? "#" : "/"}${version.replaceAll(/[^\w.+-]/g, "-")}`;
}
