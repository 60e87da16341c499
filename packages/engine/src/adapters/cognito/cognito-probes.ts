import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Probes } from "../../ports.ts";
import { askAws, type AwsProbeOptions, probeClientConfig } from "../aws-probe.ts";
import { remember } from "../remember.ts";

/** What Cognito answers of user pools and their clients. A client's secret comes with the answer, and is not kept. */
export function askCognito(options: AwsProbeOptions): Pick<Probes, "userPool" | "userPoolClient"> {
  const client = new CognitoIdentityProviderClient(probeClientConfig(options));
  const call = (operation: string) => ({ operation, service: "Cognito", region: options.region });
  return {
    userPool: remember(async (id) =>
      askAws(call("DescribeUserPool"), async () => {
        const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId: id }));
        return { domain: UserPool?.CustomDomain ?? UserPool?.Domain };
      }),
    ),
    userPoolClient: remember(async (userPool, id) =>
      askAws(call("DescribeUserPoolClient"), async () => {
        const { UserPoolClient } = await client.send(
          new DescribeUserPoolClientCommand({ UserPoolId: userPool, ClientId: id }),
        );
        return {
          userPool: UserPoolClient?.UserPoolId,
          hasSecret: (UserPoolClient?.ClientSecret ?? "") !== "",
        };
      }),
    ),
  };
}
