import { lookup as resolve } from "node:dns";
import type { IncomingMessage } from "node:http";
import { Agent, request } from "node:https";
import type { LookupFunction } from "node:net";
import { ProbeError } from "../../probe-error.ts";
import { isPublic } from "./is-public.ts";

/** How far a stranger's address is trusted. */
export interface GuardedGetOptions {
  /** Whether private, loopback and link-local addresses may be asked. */
  readonly allowPrivate: boolean;
  readonly timeoutMilliseconds: number;
  readonly maximumBytes: number;
}

const json = { accept: "application/json", "accept-encoding": "identity", "user-agent": "wf" };

/**
 * GETs a JSON document of an address that the configuration's author chose: over https only, no redirect followed, and
 * connected to an address that was checked, so that a name which resolves to another one a moment later gains nothing.
 */
export async function guardedGet(address: string, options: GuardedGetOptions): Promise<Response> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== "https:") throw new ProbeError("wrong-answer", "it is no https:// address");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // Node resolves names only: an address written out never comes to the lookup.
  if (/^[\d.]+$|:/.test(host)) checkAddresses([host], options);
  const signal = AbortSignal.timeout(options.timeoutMilliseconds);
  const agent = new Agent({ keepAlive: false });
  try {
    const response = await send(url, host, agent, signal, options);
    return await read(response, options.maximumBytes);
  } catch (error) {
    throw error instanceof ProbeError ? error : probeError(error, signal);
  } finally {
    agent.destroy();
  }
}

async function send(
  url: URL,
  host: string,
  agent: Agent,
  signal: AbortSignal,
  options: GuardedGetOptions,
): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    request(
      {
        host,
        port: url.port === "" ? 443 : Number(url.port),
        path: `${url.pathname}${url.search}`,
        headers: { ...json, host: url.host },
        agent,
        signal,
        lookup: guardedLookup(options),
      },
      done,
    )
      .on("error", fail)
      .end();
  });
}

/** Resolves a name and refuses it if any of its addresses is one that must not be asked. */
function guardedLookup(options: GuardedGetOptions): LookupFunction {
  return (hostname, lookupOptions, callback) => {
    resolve(hostname, { ...lookupOptions, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, "");
      try {
        checkAddresses(
          addresses.map(({ address }) => address),
          options,
        );
      } catch (refusal) {
        return callback(refusal instanceof Error ? refusal : new Error(String(refusal)), "");
      }
      const [first] = addresses;
      if (lookupOptions.all === true) return callback(null, addresses);
      return callback(null, first?.address ?? "", first?.family);
    });
  };
}

/** The message holds no address: what a private name resolves to is nothing to print on a pull request. */
function checkAddresses(addresses: readonly string[], { allowPrivate }: GuardedGetOptions): void {
  if (allowPrivate || addresses.every(isPublic)) return;
  throw new ProbeError(
    "not-asked",
    "it is at a private address, which is asked only with --allow-private-idp",
  );
}

async function read(response: IncomingMessage, maximumBytes: number): Promise<Response> {
  const status = response.statusCode ?? 0;
  if (status !== 200) {
    response.destroy();
    throw unexpectedStatus(status);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maximumBytes) {
      response.destroy();
      throw new ProbeError("wrong-answer", `the answer is larger than ${maximumBytes / 1024} KiB`);
    }
    chunks.push(bytes);
  }
  const type = response.headers["content-type"];
  return new Response(Buffer.concat(chunks), { headers: type === undefined ? {} : { "content-type": type } });
}

function unexpectedStatus(status: number): ProbeError {
  if (status >= 300 && status < 400) {
    return new ProbeError("wrong-answer", `the answer is a redirect (HTTP ${status}), which is not followed`);
  }
  const unwilling = status >= 500 || status === 401 || status === 403 || status === 429;
  return new ProbeError(unwilling ? "no-answer" : "wrong-answer", `the answer is HTTP ${status}`);
}

const untrusted = /SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/;

/** The messages hold no host name: where the issuer is sensitive, so is that. */
function probeError(error: unknown, signal: AbortSignal): ProbeError {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const told = (reason: "no-answer" | "wrong-answer", message: string): ProbeError =>
    new ProbeError(reason, message, { cause: error });
  if (signal.aborted) return told("no-answer", "it took too long to answer");
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return told("no-answer", "its name does not resolve from here");
  if (untrusted.test(code)) {
    const help = "NODE_EXTRA_CA_CERTS names a file of others to trust";
    return told("no-answer", `its certificate is of no authority that is trusted here; ${help}`);
  }
  if (/CERT/.test(code)) return told("wrong-answer", `its certificate is not valid (${code})`);
  return told("no-answer", `it cannot be reached from here${code === "" ? "" : ` (${code})`}`);
}
