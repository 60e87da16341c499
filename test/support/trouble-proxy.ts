import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/** What goes wrong with one call: the process is killed, the answer is lost, AWS is rate-limiting, AWS says no. */
export type TroubleKind = "kill-before" | "kill-after" | "lose-before" | "lose-after" | "throttle" | "refuse";

/** Something that goes wrong with the nth mutating call, counted from 1. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly call: number;
}

/** A server in front of the emulator that makes trouble. */
export interface TroubleProxy {
  readonly url: string;
  /** The mutating calls that came, in order. */
  readonly calls: () => readonly string[];
  readonly close: () => Promise<void>;
}

const throttles = 5;

/** Starts one; `onKill` is told when the process is to die. */
export async function troubleProxy(
  emulatorUrl: string,
  trouble: Trouble | undefined,
  onKill: () => void,
): Promise<TroubleProxy> {
  const calls: string[] = [];
  let throttled = 0;
  const server = createServer((incoming, response) => {
    const operation = String(incoming.headers["x-amz-target"]).replace("SageMaker.", "");
    const mutating = !/^(List|Describe)/.test(operation);
    const body: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => body.push(chunk));
    incoming.on("end", () => {
      if (mutating) calls.push(operation);
      const kind = mutating && trouble?.call === calls.length ? trouble.kind : undefined;
      if (kind === "kill-before") onKill();
      else if (kind === "lose-before") response.destroy();
      else if (kind === "refuse") refuse(response, "ValidationException", "The request is not valid.");
      else if (kind === "throttle" && throttled < throttles) {
        throttled += 1;
        calls.pop();
        refuse(response, "ThrottlingException", "Rate exceeded");
      } else {
        pass(emulatorUrl, incoming, Buffer.concat(body), response, () => {
          if (kind === "kill-after") onKill();
          if (kind === "lose-after") response.destroy();
          return kind === "kill-after" || kind === "lose-after";
        });
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls: () => calls,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function refuse(response: ServerResponse, type: string, message: string): void {
  response.writeHead(400, { "content-type": "application/x-amz-json-1.1", "x-amzn-errortype": type });
  response.end(JSON.stringify({ __type: type, message }));
}

/** Hands a request on, and its answer back unless `withhold` says otherwise. */
function pass(
  url: string,
  incoming: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  withhold: () => boolean,
): void {
  const { method, headers } = incoming;
  const forwarded = request(url, { ...(method === undefined ? {} : { method }), headers }, (answer) => {
    if (withhold()) {
      answer.resume();
      return;
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  forwarded.on("error", () => response.destroy());
  forwarded.end(body);
}
