import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { block, cognito, oidc, stack, workforce, workteam } from "./blocks.ts";
import { configured, onlyWorkforce } from "./configured.ts";

const canary = "zebra-5150";
const environment = { CANARY: canary, CLIENT_SECRET: canary };
const hidden = 'env("CANARY")';

describe("the paths of what a sensitive value touched", () => {
  test.each([
    ["nothing", workforce(""), []],
    ["one of the tags", workforce(`  tags = { a = "b", c = ${hidden} }\n`), ["tags"]],
    [
      "a template in a block",
      workforce("", { provider: cognito.replace('"4example5client6id"', '"c-${env("CANARY")}"') }),
      ["cognito_config.client_id"],
    ],
    [
      "the client secret, wherever it is from",
      workforce("", { provider: oidc({ client_secret: '"s"' }) }),
      ["oidc_config.client_secret"],
    ],
    [
      "what a sensitive variable decides",
      `${workforce('  ip_address_type = var.flag ? "ipv4" : "dualstack"\n')}variable "flag" {\n  default = true\n  sensitive = true\n}\n`,
      ["ip_address_type"],
    ],
    [
      "one of the ranges",
      workforce(block("source_ip_config", { cidrs: '[sensitive("10.0.0.0/8")]' })),
      ["source_ip_config.cidrs"],
    ],
  ])("hold %s", async (_, text, paths) => {
    const { sensitive } = await onlyWorkforce(text, { environment });
    expect([...sensitive]).toEqual(paths);
  });

  test("are a team's own", async () => {
    const { sensitive, workteams } = await onlyWorkforce(
      workforce(
        workteam("readers", { description: hidden }) +
          workteam("night", { tags: `{ a = ${hidden} }` }).replace(
            "  }\n",
            '    worker_access { source_ip = sensitive("Enabled") }\n  }\n',
          ),
      ),
      { environment },
    );
    expect([...sensitive]).toEqual([]);
    expect(workteams.map((team) => [...team.sensitive])).toEqual([
      ["description"],
      ["tags", "worker_access.source_ip"],
    ]);
  });
});

const names = (text: string): string => `${stack}${text}`;

describe("what things are called by, and addresses that are asked, are not sensitive", () => {
  test.each([
    ["a workforce's name", workforce(`  name = ${hidden}\n`), "sensitive-name"],
    ["its region", workforce("", { region: `"us-gov-\${lower(${hidden})}-1"` }), "sensitive-name"],
    ["a team's name", workforce(workteam("night", { name: hidden })), "sensitive-name"],
    ["a stack", `wf {\n  stack = ${hidden}\n}\n`, "sensitive-name"],
    ["one of its regions", `wf {\n  stack = "imaging"\n  regions = [${hidden}]\n}\n`, "sensitive-name"],
    ["a profile", names(`account "a" {\n  profile = ${hidden}\n}\n`), "sensitive-name"],
    [
      "a role",
      names(
        `account "a" {\n${block("assume_role", { role_arn: `"arn:aws:iam::123456789012:role/\${${hidden}}"` })}}\n`,
      ),
      "sensitive-name",
    ],
    [
      "an endpoint of AWS",
      names(`account "a" {\n${block("endpoints", { sagemaker: `"http://127.0.0.1/\${${hidden}}"` })}}\n`),
      "sensitive-address",
    ],
    [
      "an issuer",
      workforce("", { provider: oidc({ issuer: `"https://\${${hidden}}.example.com"` }) }),
      "sensitive-address",
    ],
    [
      "where keys are",
      workforce("", { provider: oidc({ jwks_uri: `"https://idp.example.com/\${${hidden}}"` }) }),
      "sensitive-address",
    ],
  ])("%s", async (_, text, code) => {
    const { diagnostics } = await configured(text, { environment });
    expect(diagnostics.map((each) => each.code)).toContain(code);
    expect(JSON.stringify(diagnostics.map(({ summary, detail }) => [summary, detail]))).not.toContain(canary);
  });
});

/** What a mistake can be made of: expressions that hold the canary, some of them of a type that fits nowhere. */
const sensitiveExpression = fc.constantFrom(
  hidden,
  `[${hidden}]`,
  `[${hidden}, ${hidden}, "eu-west-1"]`,
  `{ (${hidden}) = ${hidden} }`,
  `{ a = ${hidden}, "wf:b" = "c" }`,
  `{ (${hidden}) = [1] }`,
  `"\${${hidden}} \\n"`,
  `"2001:db8::/32\${${hidden}}"`,
  `"eu-west-1_\${${hidden}}"`,
  `"wf:\${${hidden}}"`,
  `upper(${hidden})`,
  `nonsensitive(${hidden})`,
  `toset([${hidden}])`,
  `tonumber(${hidden})`,
  `regex(${hidden}, "x")`,
  `file(${hidden})`,
  `{}[${hidden}]`,
  `${hidden}.nobody`,
  `1 + ${hidden}`,
  `true ? ${hidden} : []`,
  `jsonencode({ a = ${hidden} })`,
  `[for x in [${hidden}] : x]`,
  `{ for x in [${hidden}, ${hidden}] : x => 1 }`,
  "var.secret",
  "[var.secret]",
  "{ (var.secret) = 1 }",
  "local.secret",
  `sensitive("10.0.0.1/8")`,
);

const attributes = ["name", "region", "ip_address_type", "manage", "tags", "account", "for_each"];
const configurations = fc
  .tuple(
    fc.constantFrom(
      ...attributes,
      "cognito",
      "oidc",
      "vpc",
      "ranges",
      "team",
      "wf",
      "output",
      "assert",
      "validation",
      "lifecycle",
    ),
    fc.constantFrom(
      "name",
      "description",
      "groups",
      "tags",
      "for_each",
      "notification_topic_arn",
      "client_id",
      "user_pool",
      "client_secret",
      "issuer",
      "scope",
      "authentication_request_extra_params",
      "vpc_id",
      "subnets",
      "security_group_ids",
      "cidrs",
      "stack",
      "regions",
      "required_version",
      "prevent_destroy",
    ),
    sensitiveExpression,
  )
  .map(([place, name, written]) => {
    const given = { [name]: written };
    const head = `variable "secret" {\n  default   = "${canary}"\n  sensitive = true\n}\nlocals {\n  secret = var.secret\n}\n`;
    const body = ((): string => {
      switch (place) {
        case "cognito":
          return workforce("", {
            provider: block("cognito_config", { user_pool: '"eu-west-1_a"', client_id: '"c"', ...given }),
          });
        case "oidc":
          return workforce("", { provider: oidc(given) });
        case "vpc":
          return workforce(block("workforce_vpc_config", given));
        case "ranges":
          return workforce(block("source_ip_config", { cidrs: written }));
        case "team":
          return workforce(workteam("readers", given) + workteam("night", given));
        case "wf":
          return `wf {\n  ${name === "stack" ? "" : 'stack = "imaging"'}\n  ${name} = ${written}\n}\n`;
        case "output":
          return `${workforce(`  name = ${written}\n`)}output "it" {\n  value = [workforce.radiology, ${written}]\n}\n`;
        case "assert":
          return workforce(block("assert", { condition: `self.name == ${written}`, error_message: written }));
        case "validation":
          return `${stack}variable "site" {\n  default = "a"\n  validation {\n    condition = ${written} == var.site\n    error_message = ${written}\n  }\n}\n`;
        case "lifecycle":
          return workforce(block("lifecycle", { prevent_destroy: written }));
        default:
          return workforce(
            `  ${place === "region" ? "regoin" : place} = ${written}\n`,
            place === "region" ? { region: written } : {},
          );
      }
    })();
    return { head, body };
  });

test("a sensitive value stands in no diagnostic, whatever the mistake", async () => {
  await fc.assert(
    fc.asyncProperty(configurations, async ({ head, body }) => {
      const { diagnostics } = await configured({ "a.wf.hcl": head, "b.wf.hcl": body }, { environment });
      for (const { summary, detail, values, related } of diagnostics) {
        const told = JSON.stringify([summary, detail, values, related?.map(({ message }) => message)]);
        expect(told.toLowerCase()).not.toContain(canary);
      }
    }),
    { numRuns: 1500 },
  );
});
