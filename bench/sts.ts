import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** As much of STS as a fleet asks: whose the credentials are. */
export interface Sts {
  readonly url: string;
  readonly calls: () => number;
  readonly close: () => void;
}

/** Starts it; an access key of twelve digits is its account's id, as for the emulator. */
export async function startSts(latencyMilliseconds: number): Promise<Sts> {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    const id = /Credential=(\d{12})\//.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const result = `<Account>${id}</Account><Arn>arn:aws:iam::${id}:user/bench</Arn><UserId>AIDA</UserId>`;
    const answer = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>${result}</GetCallerIdentityResult></GetCallerIdentityResponse>`;
    void sleep(latencyMilliseconds).then(() =>
      response.writeHead(200, { "content-type": "text/xml" }).end(answer),
    );
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls: () => calls,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
