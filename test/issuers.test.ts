import { setDefaultCACertificates } from "node:tls";
import { describe, expect, test } from "vitest";
import { issuerProbes } from "@wf/engine/oidc-discovery";
import { ProbeError } from "@wf/engine";
import { readFile } from "node:fs/promises";
import { discoveryDocument, startHttps } from "./support/identity-provider.ts";
import type { RequestListener } from "node:http";

const json = { "content-type": "application/json" };

/** An issuer whose certificate this process trusts, answering with this. */
async function trusted(make: (issuer: string) => RequestListener): Promise<string> {
  const { issuer, environment } = await startHttps(make);
  setDefaultCACertificates([await readFile(environment["NODE_EXTRA_CA_CERTS"] ?? "", "utf8")]);
  return issuer;
}

async function failure(asked: Promise<unknown>): Promise<[string, string]> {
  const error: unknown = await asked.catch((error: unknown) => error);
  if (error instanceof ProbeError) return [error.reason, error.message];
  throw new Error("expected a ProbeError", { cause: error });
}

const probes = issuerProbes({ allowPrivate: true });

describe("a hostile or mistaken issuer is told from a good one:", () => {
  test.each<[string, (issuer: string) => RequestListener, string, string]>([
    [
      "a page",
      () => (_, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<html>"),
      "wrong-answer",
      "the answer is not JSON",
    ],
    [
      "a page that says it is JSON",
      () => (_, response) => void response.writeHead(200, json).end("<html>"),
      "wrong-answer",
      "the answer is not JSON",
    ],
    [
      "a list",
      () => (_, response) => void response.writeHead(200, json).end("[]"),
      "wrong-answer",
      "the answer is no discovery document",
    ],
    [
      "no issuer",
      () => (_, response) => void response.writeHead(200, json).end("{}"),
      "wrong-answer",
      "the answer is no discovery document",
    ],
    [
      "endpoints that are no texts",
      (issuer) => (_, response) =>
        void response.writeHead(200, json).end(discoveryDocument(issuer, { jwks_uri: {} })),
      "wrong-answer",
      "the answer is no discovery document",
    ],
    [
      "another issuer",
      () => (_, response) =>
        void response.writeHead(200, json).end(discoveryDocument("https://else.example")),
      "wrong-answer",
      "it is of another issuer",
    ],
    [
      "a redirect to plain http",
      () => (_, response) => void response.writeHead(302, { location: "http://127.0.0.1:9/" }).end(),
      "wrong-answer",
      "the answer is a redirect (HTTP 302), which is not followed",
    ],
    [
      "a document without end",
      () => (_, response) => {
        response.writeHead(200, json);
        const more = (): void => void (response.destroyed || response.write("x".repeat(65_536), more));
        more();
      },
      "wrong-answer",
      "the answer is larger than 512 KiB",
    ],
    [
      "nothing there",
      () => (_, response) => void response.writeHead(404).end(),
      "wrong-answer",
      "the answer is HTTP 404",
    ],
    [
      "a fault",
      () => (_, response) => void response.writeHead(503).end(),
      "no-answer",
      "the answer is HTTP 503",
    ],
    [
      "a broken connection",
      () => (request) => void request.socket.destroy(),
      "no-answer",
      "it cannot be reached from here (ECONNRESET)",
    ],
  ])("%s", async (_, make, reason, message) => {
    const issuer = await trusted(make);
    expect(await failure(probes.discoveryDocument(issuer))).toEqual([reason, message]);
  });

  test("one that takes its time", async () => {
    const issuer = await trusted(() => (_, response) => {
      response.writeHead(200, json);
      response.write("{");
    });
    const hasty = issuerProbes({ allowPrivate: true, timeoutMilliseconds: 200 });
    expect(await failure(hasty.discoveryDocument(issuer))).toEqual([
      "no-answer",
      "it took too long to answer",
    ]);
  });

  test("one whose certificate nobody vouches for", async () => {
    const { issuer } = await startHttps(() => (_, response) => void response.end());
    const [reason, message] = await failure(probes.discoveryDocument(issuer));
    expect([reason, message]).toEqual(["no-answer", expect.stringContaining("NODE_EXTRA_CA_CERTS")]);
  });
});

test("a document is read once, whatever the path of the issuer", async () => {
  const asked: string[] = [];
  const origin = await trusted((issuer) => (request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(200, json).end(discoveryDocument(`${issuer}/realms/wildlife`));
  });
  const issuer = `${origin}/realms/wildlife`;
  const [document] = await Promise.all([probes.discoveryDocument(issuer), probes.discoveryDocument(issuer)]);
  expect(asked).toEqual(["/realms/wildlife/.well-known/openid-configuration"]);
  expect(document).toEqual({
    issuer,
    endpoints: {
      authorizationEndpoint: `${issuer}/auth`,
      tokenEndpoint: `${issuer}/token`,
      userInfoEndpoint: `${issuer}/me`,
      logoutEndpoint: `${issuer}/session/end`,
      jwksUri: `${issuer}/jwks`,
    },
    scopes: ["openid", "groups"],
    claims: ["sub", "sagemaker:groups"],
  });
});

describe("without --allow-private-idp", () => {
  const guarded = issuerProbes({ allowPrivate: false });
  test.each([
    "https://127.0.0.1",
    "https://2130706433",
    "https://0x7f.1",
    "https://[::1]",
    "https://[::ffff:7f00:1]",
    "https://10.0.0.1:8443/realms/x",
    "https://169.254.169.254/latest",
    "https://localhost:9",
  ])("%s is not asked", async (issuer) => {
    const [reason, message] = await failure(guarded.discoveryDocument(issuer));
    expect([reason, message]).toEqual(["not-asked", expect.stringContaining("--allow-private-idp")]);
    expect((await failure(guarded.countKeys(issuer)))[0]).toBe("not-asked");
  });

  test("nothing is asked over plain http", async () => {
    expect(await failure(probes.countKeys("http://127.0.0.1:9/jwks"))).toEqual([
      "wrong-answer",
      "it is no https:// address",
    ]);
  });
});
