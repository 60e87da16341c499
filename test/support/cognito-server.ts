import { startHttp } from "./listen.ts";

/** What the pools of a region hold. */
export interface Pools {
  readonly pools: Readonly<Record<string, { readonly domain?: string; readonly clients: Clients }>>;
  /** Answers everything with this error instead. */
  readonly error?: string;
}

type Clients = Readonly<Record<string, { readonly secret?: string }>>;

/** As much of Cognito's user pools as preflight asks, in the shapes of AWS JSON 1.1; with the operations asked for. */
export async function startCognito({ pools, error }: Pools): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const url = await startHttp(({ headers, body }, response) => {
    const operation = String(headers["x-amz-target"]).replace("AWSCognitoIdentityProviderService.", "");
    const { UserPoolId: id, ClientId: clientId } = JSON.parse(body);
    asked.push(operation);
    const answer = (status: number, content: unknown): void => {
      response
        .writeHead(status, { "content-type": "application/x-amz-json-1.1" })
        .end(JSON.stringify(content));
    };
    const pool = pools[id];
    const client = pool?.clients[clientId];
    if (error !== undefined) answer(400, { __type: error, message: `No: ${operation} on ${id}` });
    else if (operation === "DescribeUserPool" && pool !== undefined) {
      answer(200, { UserPool: { Id: id, Name: "wildlife", Domain: pool.domain, MfaConfiguration: "OFF" } });
    } else if (operation === "DescribeUserPoolClient" && client !== undefined) {
      answer(200, {
        UserPoolClient: {
          UserPoolId: id,
          ClientId: clientId,
          ClientName: "labeling",
          ClientSecret: client.secret,
        },
      });
    } else {
      answer(400, { __type: "ResourceNotFoundException", message: `${clientId ?? id} does not exist.` });
    }
  });
  return { url, asked };
}
