import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type ApiError, apiError } from "./api-error.ts";
import { readApiRequest } from "./api-request.ts";
import type { Cloud } from "./cloud.ts";
import { control, mayControl } from "./control.ts";
import { readBody } from "./read-body.ts";

/** What the server needs beside the cloud it speaks for. */
export interface ServerOptions {
  /** Every answer is later by this. */
  readonly latencyMilliseconds: number;
  /** Keeps the state; an answer to a change waits for it. */
  readonly save: () => Promise<void>;
}

/** An HTTP server, not listening yet, that speaks AWS JSON 1.1 for the cloud and answers control requests. */
export function createEmulatorServer(cloud: Cloud, options: ServerOptions): Server {
  const server = createServer((request, response) => {
    answer(cloud, options, request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (response.headersSent || response.destroyed) response.destroy();
      else sendError(response, apiError("InternalFailure", `The emulator failed: ${message}`, 500));
    });
  });
  // Longer than clients keep idle sockets, so that none is closed under a request that is on its way.
  server.keepAliveTimeout = 65_000;
  return server;
}

async function answer(
  cloud: Cloud,
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if (body === undefined) {
    sendError(response, apiError("RequestEntityTooLargeException", "The request's body is too long", 413));
  } else if (request.url?.startsWith("/_wf/") === true) {
    await answerControl(cloud, options, request, response, body);
  } else {
    await answerCall(cloud, options, request, response, body);
  }
}

async function answerControl(
  cloud: Cloud,
  { save }: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  if (!mayControl(request.headers)) {
    send(response, 403, { message: "The emulator takes orders from programs on this machine only" });
    return;
  }
  const result = control(cloud, { method: request.method ?? "", path: request.url ?? "", body });
  if (result.changed) await save();
  send(response, result.status, result.body);
}

async function answerCall(
  cloud: Cloud,
  { latencyMilliseconds, save }: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  const target = request.headers["x-amz-target"];
  const reading = readApiRequest({
    method: request.method ?? "",
    target: typeof target === "string" ? target : undefined,
    authorization: request.headers.authorization,
    body,
  });
  if (reading.kind === "refused") {
    sendError(response, reading.error);
    return;
  }
  const { outcome, changed, dropped, delay } = cloud.call(reading.call);
  if (changed) await save();
  if (latencyMilliseconds > 0) await sleep(latencyMilliseconds);
  if (delay !== undefined) {
    await sleep(delay.milliseconds, undefined, { signal: delay.lifted }).catch(() => undefined);
  }
  if (dropped) response.destroy();
  else if (outcome.kind === "done") send(response, 200, outcome.output);
  else sendError(response, outcome.error);
}

/** Both spellings of the text: AWS's modelled errors have `Message`, the rest `message`. */
function sendError(response: ServerResponse, { type, message, status }: ApiError): void {
  response.setHeader("x-amzn-ErrorType", type);
  send(response, status, { __type: type, message, Message: message });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/x-amz-json-1.1",
    "content-length": Buffer.byteLength(text),
    "x-amzn-RequestId": randomUUID(),
  });
  response.end(text);
}
