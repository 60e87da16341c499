import { secret } from "@wf/parser";
import { describe, expect, test } from "vitest";
import { discoverEndpoints, wantsDiscovery } from "../../src/discover-endpoints.ts";
import type { DiscoveryDocument, Probes } from "../../src/ports.ts";
import type { PreflightSubject } from "../../src/preflight/check.ts";
import { localProbes } from "../../src/preflight/local-probes.ts";
import { strictly } from "../../src/preflight/preflight-findings.ts";
import { preflightSubject } from "../../src/preflight/preflight-subject.ts";
import { type PreflightResult, runPreflight } from "../../src/preflight/run-preflight.ts";
import { ProbeError } from "../../src/probe-error.ts";
import { input, liveOidc, liveWorkforce, oidc, planOne, region, workforce } from "../builders.ts";

const document: DiscoveryDocument = {
  issuer: "https://idp.radiology.example",
  endpoints: {
    authorizationEndpoint: "https://idp.radiology.example/authorize",
    tokenEndpoint: "https://idp.radiology.example/token",
    userInfoEndpoint: "https://idp.radiology.example/userinfo",
    logoutEndpoint: "https://idp.radiology.example/logout",
    jwksUri: "https://idp.radiology.example/keys",
  },
  scopes: ["openid", "profile", "groups"],
  claims: undefined,
};

/** A world in which everything is as it should be, but for what is given. */
function world(given: Partial<Probes> = {}): Probes {
  return {
    discoveryDocument: () => Promise.resolve(document),
    countKeys: () => Promise.resolve(2),
    userPool: () => Promise.resolve({ domain: "savanna" }),
    userPoolClient: (userPool) => Promise.resolve({ userPool, hasSecret: true }),
    vpc: () => Promise.resolve({ hasIpv6: true }),
    subnets: (ids) => Promise.resolve(new Map(ids.map((id) => [id, "vpc-1"]))),
    securityGroups: (ids) => Promise.resolve(new Map(ids.map((id) => [id, "vpc-1"]))),
    callerIdentity: () => localProbes.callerIdentity(),
    isAllowed: (...question) => localProbes.isAllowed(...question),
    ...given,
  };
}

const vpc = { vpcId: "vpc-1", subnets: ["subnet-1"], securityGroupIds: ["sg-1"] };

function subject(
  changes: Parameters<typeof workforce>[0],
  given: Partial<PreflightSubject> = {},
): PreflightSubject {
  return { workforce: workforce(changes), creates: true, updatesOidc: false, updatesVpc: false, ...given };
}

async function check(
  checked: PreflightSubject,
  probes: Probes = world(),
  skip: readonly string[] = [],
): Promise<readonly PreflightResult[]> {
  const [results = []] = await runPreflight([{ subject: checked, probes }], {
    skip: new Set(skip),
    concurrency: 2,
  });
  return results;
}

const made = (results: readonly PreflightResult[]): readonly string[] =>
  results.map((result) => result.check);

describe("which checks are made", () => {
  const network = ["vpc", "vpc-subnets", "vpc-security-groups"];
  test.each([
    ["a creation with Cognito", subject({}), ["cognito-pool", "cognito-client", "cognito-domain"]],
    [
      "a creation with OIDC",
      subject({ identityProvider: oidc() }),
      ["client-secret", "oidc-discovery", "oidc-jwks", "oidc-groups"],
    ],
    [
      "an OIDC update of a workforce in a VPC",
      subject({ identityProvider: oidc(), vpc }, { creates: false, updatesOidc: true }),
      ["client-secret", "oidc-discovery", "oidc-jwks", "oidc-groups"],
    ],
    [
      "another VPC",
      subject({ identityProvider: oidc(), vpc }, { creates: false, updatesVpc: true }),
      network,
    ],
    ["no VPC any more", subject({}, { creates: false, updatesVpc: true }), []],
  ])("%s", async (_, checked, expected) => {
    const results = await check(checked);
    expect(made(results)).toEqual(expected);
    expect(results.every(({ outcome }) => outcome === "passed")).toBe(true);
  });

  test("those that are skipped are not", async () => {
    expect(made(await check(subject({}), world(), ["cognito-domain"]))).toEqual([
      "cognito-pool",
      "cognito-client",
    ]);
  });

  test.each([
    ["nothing changes", workforce(), region(liveWorkforce()), undefined],
    ["a tag changes", workforce({ tags: { site: "north" } }), region(liveWorkforce()), undefined],
    ["there is none yet", workforce(), region(), { creates: true, updatesOidc: false, updatesVpc: false }],
    [
      "the user pool changes",
      workforce({ name: "savanna" }),
      region(liveWorkforce()),
      { creates: true, updatesOidc: false, updatesVpc: false },
    ],
    [
      "the scope changes",
      workforce({ identityProvider: oidc({ scope: "openid" }) }),
      region(liveWorkforce({ identityProvider: liveOidc() })),
      { creates: false, updatesOidc: true, updatesVpc: false },
    ],
    [
      "the VPC changes",
      workforce({ vpc }),
      region(liveWorkforce()),
      { creates: false, updatesOidc: false, updatesVpc: true },
    ],
  ])("where %s", (_, desired, live, expected) => {
    const found = preflightSubject(planOne(desired, live), input(desired, live));
    expect(found).toEqual(expected === undefined ? undefined : { ...expected, workforce: desired });
  });
});

describe("what fails", () => {
  test("an empty secret", async () => {
    const [first] = await check(subject({ identityProvider: oidc({ clientSecret: secret("") }) }));
    expect(first).toMatchObject({ outcome: "failed", check: "client-secret" });
  });

  test("an issuer that differs by a slash", async () => {
    const slash = world({
      discoveryDocument: () => Promise.resolve({ ...document, issuer: `${document.issuer}/` }),
    });
    const results = await check(subject({ identityProvider: oidc() }), slash);
    expect(results.find((result) => result.check === "oidc-discovery")).toMatchObject({
      outcome: "failed",
      message: expect.stringContaining('"https://idp.radiology.example/"'),
    });
  });

  test("an endpoint that differs, but not one that is written beside discover = true", async () => {
    const other = { tokenEndpoint: "https://idp.radiology.example/tokens" };
    const failing = await check(subject({ identityProvider: oidc(other) }));
    expect(failing.find((result) => result.check === "oidc-discovery")?.outcome).toBe("failed");
    const meant = await check(subject({ identityProvider: oidc({ ...other, discover: true }) }));
    expect(meant.find((result) => result.check === "oidc-discovery")?.outcome).toBe("passed");
  });
});

describe("groups", () => {
  test.each([
    ["listed as a scope", ["groups"], undefined, "passed"],
    ["listed as a claim", undefined, ["sub", "sagemaker-groups"], "passed"],
    ["not listed", ["openid", "groups-of-birds"], ["sub"], "not-made"],
    ["nothing listed", undefined, undefined, "not-made"],
  ])("%s", async (_, scopes, claims, outcome) => {
    const probes = world({ discoveryDocument: () => Promise.resolve({ ...document, scopes, claims }) });
    const results = await check(subject({ identityProvider: oidc({ scope: "openid" }) }), probes);
    expect(results.find((result) => result.check === "oidc-groups")?.outcome).toBe(outcome);
  });

  test("a scope for them that is not offered fails", async () => {
    const probes = world({ discoveryDocument: () => Promise.resolve({ ...document, scopes: ["openid"] }) });
    const results = await check(subject({ identityProvider: oidc() }), probes);
    expect(results.find((result) => result.check === "oidc-groups")?.outcome).toBe("failed");
  });
});

describe("in the plan", () => {
  const unanswered = world({
    userPool: () => Promise.reject(new ProbeError("no-answer", "no route to rangers")),
  });
  const desired = workforce({ name: "savanna" });

  test("a failed check refuses, and says how to go on without it", async () => {
    const preflight = await check(
      subject({ name: "savanna" }),
      world({ userPool: () => Promise.resolve(undefined) }),
    );
    const plan = planOne(desired, region(liveWorkforce()), {}, { preflight });
    expect(plan).toMatchObject({ action: "refused", steps: [] });
    expect(plan.refusals).toEqual([
      {
        code: "preflight-failed",
        message:
          'Preflight check cognito-pool failed. There is no user pool "eu-west-1_Savanna01" in eu-west-1.',
        help: "Correct cognito_config.user_pool, or create the pool first. To plan without it: --skip-preflight cognito-pool.",
      },
    ]);
  });

  test("one that could not be made is a warning, or a refusal where all are asked for", async () => {
    const preflight = await check(subject({ name: "savanna" }), unanswered, ["cognito-domain"]);
    const plan = planOne(desired, region(liveWorkforce()), {}, { preflight });
    expect(plan.action).toBe("replace");
    expect(plan.notes).toContainEqual({
      severity: "warning",
      message:
        "Preflight check cognito-pool could not be made. No route to rangers. It would have checked that the user pool exists.",
    });
    const strict = planOne(desired, region(liveWorkforce()), {}, { preflight: strictly(preflight) });
    expect(strict.action).toBe("refused");
  });

  test("sensitive values are shown neither by us nor by what AWS echoes", async () => {
    const sensitive = new Set(["cognito_config.client_id", "cognito_config.user_pool"]);
    const results = await check(
      subject({ sensitive }),
      world({
        userPool: () => Promise.reject(new ProbeError("no-answer", "no eu-west-1_Savanna01 for rangers")),
        userPoolClient: () => Promise.resolve(undefined),
      }),
    );
    expect(JSON.stringify(results)).not.toMatch(/Savanna01|rangers/);
  });

  test("around a region on this machine one note is left, and only where something goes", async () => {
    const preflight = await check(subject({ name: "savanna" }), localProbes);
    const replaced = planOne(desired, region(liveWorkforce()), {}, { preflight });
    expect(replaced.notes.filter(({ message }) => message.includes("Preflight"))).toHaveLength(1);
    expect(planOne(desired, region(), {}, { preflight }).notes).toEqual([]);
    expect(planOne(desired, region(), {}, { preflight: strictly(preflight) }).action).toBe("refused");
  });
});

describe("discovery", () => {
  const open = oidc({ discover: true, tokenEndpoint: undefined, jwksUri: undefined });

  test("fills what is open and leaves what is written", () => {
    const desired = workforce({ identityProvider: { ...open, logoutEndpoint: "https://bye.example" } });
    if (!wantsDiscovery(desired)) throw new Error("It wants discovery");
    const filled = discoverEndpoints(desired, document);
    expect(filled).toMatchObject({
      workforce: {
        identityProvider: {
          tokenEndpoint: document.endpoints.tokenEndpoint,
          jwksUri: document.endpoints.jwksUri,
          logoutEndpoint: "https://bye.example",
        },
        sensitive: new Set(),
      },
    });
  });

  test("of a sensitive issuer makes sensitive endpoints", () => {
    const desired = workforce({ identityProvider: open, sensitive: new Set(["oidc_config.issuer"]) });
    if (!wantsDiscovery(desired)) throw new Error("It wants discovery");
    expect(discoverEndpoints(desired, document)).toMatchObject({
      workforce: {
        sensitive: new Set(["oidc_config.issuer", "oidc_config.token_endpoint", "oidc_config.jwks_uri"]),
      },
    });
  });

  test.each([
    ["is missing", {}],
    ["is of plain http", { jwksUri: "http://idp.radiology.example/keys" }],
    ["is longer than AWS takes", { jwksUri: `https://idp.radiology.example/${"k".repeat(500)}` }],
  ])("names what %s", (_, endpoints) => {
    const desired = workforce({ identityProvider: { ...open, tokenEndpoint: "https://t.example" } });
    if (!wantsDiscovery(desired)) throw new Error("It wants discovery");
    expect(discoverEndpoints(desired, { ...document, endpoints })).toEqual({ missing: ["jwks_uri"] });
  });
});
