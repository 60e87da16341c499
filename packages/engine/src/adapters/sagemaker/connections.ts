import { NodeHttpHandler } from "@smithy/node-http-handler";

/** Connections to AWS for all accounts, kept open: whoever asks, what is asked of a region goes to one address. */
export const connections: NodeHttpHandler = new NodeHttpHandler({
  connectionTimeout: 10_000,
  requestTimeout: 60_000,
  throwOnRequestTimeout: true,
  httpAgent: { maxSockets: 256 },
  httpsAgent: { maxSockets: 256 },
});
