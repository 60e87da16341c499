import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

/** Lets a server listen on a free port of this machine until the test ends; resolves to the port. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return address.port;
}

/** A server on this machine that answers requests read whole; resolves to its address. */
export async function startHttp(
  answer: (
    request: { readonly headers: IncomingHttpHeaders; readonly body: string },
    response: ServerResponse,
  ) => void,
): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => answer({ headers: request.headers, body }, response));
  });
  return `http://127.0.0.1:${await listen(server)}`;
}
