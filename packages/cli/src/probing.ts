import { localProbes, type DiscoveryDocument, type Probes, type Target } from "@wf/engine";
import { identityProbe, permissionProbe } from "@wf/engine/caller";
import { cognitoProbes } from "@wf/engine/cognito";
import { ec2Probes } from "@wf/engine/ec2";
import { issuerProbes } from "@wf/engine/oidc-discovery";
import type { SagemakerAccount } from "@wf/engine/sagemaker";
import type { Account } from "@wf/parser";
import { sagemakerEndpoint } from "./sagemaker-endpoint.ts";
import type { Context } from "./context.ts";

/** Whom to ask about what surrounds a workforce. */
export interface Probing {
  readonly probesOf: (target: Target, account: Account | undefined, client: SagemakerAccount) => Probes;
  /** An issuer's discovery document, read once a run. */
  readonly discoveryDocument: (issuer: string) => Promise<DiscoveryDocument>;
}

/**
 * AWS, and the identity providers of the configuration. Around a region on this machine (`--local`, or an emulator at
 * a loopback address) nothing is asked but what has an address of its own: a service by its endpoint, identity
 * providers by `--allow-private-idp`.
 */
export function probing(context: Context, options: { readonly allowPrivateIdp: boolean }): Probing {
  const issuers = issuerProbes({ allowPrivate: options.allowPrivateIdp });
  const { environment } = context.io;
  return {
    discoveryDocument: issuers.discoveryDocument,
    probesOf: (target, account, client) => {
      const sagemaker = sagemakerEndpoint(account, environment);
      const local = context.local || (sagemaker !== undefined && isLoopback(sagemaker));
      const at = (service: string, variable: string): string | undefined =>
        account?.endpoints[service] ?? environment[variable];
      const aws = { region: target.region, credentials: client.credentials, profile: account?.profile };
      const cognito = at("cognito_idp", "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER");
      const sts = at("sts", "AWS_ENDPOINT_URL_STS");
      const iam = environment["AWS_ENDPOINT_URL_IAM"];
      const ec2 = at("ec2", "AWS_ENDPOINT_URL_EC2");
      return {
        ...localProbes,
        ...(local && !options.allowPrivateIdp ? {} : issuers),
        ...(local && cognito === undefined ? {} : cognitoProbes({ ...aws, endpoint: cognito })),
        ...(local && sts === undefined ? {} : identityProbe({ ...aws, endpoint: sts })),
        ...(local && iam === undefined ? {} : permissionProbe({ ...aws, endpoint: iam })),
        ...(local && ec2 === undefined ? {} : ec2Probes({ ...aws, endpoint: ec2 })),
      };
    },
  };
}

function isLoopback(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  return host === "localhost" || host === "[::1]" || host.startsWith("127.");
}
