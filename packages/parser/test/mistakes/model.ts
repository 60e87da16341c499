import { block, cognito, oidc, stack, workforce, workteam } from "../model/blocks.ts";
import type { Mistake } from "./mistake.ts";

const file = (files: string): Mistake => ({ files });
const within = (content: string, options?: Parameters<typeof workforce>[1]): Mistake =>
  file(workforce(content, options));
const variable = (content: string, label = '"site"'): Mistake =>
  file(`${stack}variable ${label} {\n${content}}\n`);
const ranges = (written: string): Mistake => within(block("source_ip_config", { cidrs: written }));
const account = (content: string): Mistake => file(`${stack}account "prod" {\n${content}}\n`);
const head = (content: string): Mistake => file(`wf {\n  stack = "imaging"\n${content}}\n`);

/** Mistakes in what the blocks and attributes mean. */
export const modelMistakes = {
  "unknown-block": file(`${stack}«workfroce» "radiology" {\n  region = "eu-west-1"\n}\n`),
  "unknown-attribute": within('  «regoin» = "eu-west-1"\n'),
  "attribute-should-be-block": within("  «lifecycle» = { prevent_destroy = true }\n"),
  "block-should-be-attribute": within('  «tags» {\n    site = "north"\n  }\n'),
  "missing-attribute": within('  «workteam "readers"» {\n    groups = ["readers"]\n  }\n'),
  "missing-block": file('«»variable "site" {\n  default = "north"\n}\n'),
  "repeated-block": file(`${stack}«wf» {\n  stack = "radiology"\n}\n`),
  "wrong-labels": file(`${stack}«variable» {\n}\n`),
  "invalid-label": variable("  default = 1\n", '«"first site"»'),
  "null-value": within(workteam("readers", { description: "«null»" })),
  "null-element": within(workteam("readers", { groups: '["readers", «null»]' })),
  "wrong-type": within('  tags = «["north"]»\n'),
  "invalid-value": within(workteam("readers", { groups: '[«"night readers"»]' })),
  "wrong-count": ranges("«[]»"),
  "repeated-name": file(
    `${stack}variable "site" {\n  default = 1\n}\nvariable «"site"» {\n  default = 2\n}\n`,
  ),
  "sensitive-for-each": file(
    `variable "sites" {\n  default   = { north = 1 }\n  sensitive = true\n}\n${workforce(
      workteam("readers", { for_each: "«var.sites»", name: "each.key" }),
    )}`,
  ),
  "sensitive-name": file(
    `variable "site" {\n  default   = "north"\n  sensitive = true\n}\n${workforce("  name = «var.site»\n")}`,
  ),
  "sensitive-address": file(
    `variable "realm" {\n  default   = "wards"\n  sensitive = true\n}\n${workforce("", { provider: oidc({ client_secret: 'sensitive("s3cr3t-s3cr3t")', issuer: '«"https://idp.example.com/${var.realm}"»' }) })}`,
  ),
  "wrong-for-each": within(workteam("readers", { for_each: '«["ct", "mr"]»', name: "each.key" })),
  "circular-locals": file(`${stack}locals {\n  «site»  = local.ward\n  ward  = local.site\n}\n`),
  "unknown-local": file(`${stack}locals {\n  site = "north"\n  ward = «local.stie»\n}\n`),
  "missing-variable": file(`${stack}«variable "site"» {\n  description = "The hospital's site."\n}\n`),
  "variable-is-null": variable("  nullable = false\n  default  = «null»\n"),
  "undeclared-variable": { ...variable('  default = "north"\n'), flags: { stie: "south" } },
  "undeclared-variable-in-file": { ...variable('  default = "north"\n'), values: '«stie» = "south"\n' },
  "confidential-mistake": { ...variable("  sensitive = true\n"), values: "«site» = north\n" },
  "block-in-variable-file": { ...variable('  default = "north"\n'), values: "«site» {\n}\n" },
  "wrong-variable-type": { ...variable("  type = list(string)\n"), values: 'site = «"north"»\n' },
  "condition-not-bool": variable(
    '  default = "north"\n  validation {\n    condition     = «length(var.site)»\n    error_message = "Name the site."\n  }\n',
  ),
  "validation-failed": variable(
    '  default = ""\n  validation {\n    condition     = «var.site != ""»\n    error_message = "Name the site."\n  }\n',
  ),
  "assertion-failed": within(
    block("assert", {
      condition: '«contains(keys(self.tags), "cost-center")»',
      error_message: '"Every workforce has a cost center."',
    }),
  ),
  "sensitive-output": file(
    `${stack}variable "token" {\n  default   = "t"\n  sensitive = true\n}\noutput "token" {\n  value = «var.token»\n}\n`,
  ),
  "invalid-version-constraint": head('  required_version = «"new"»\n'),
  "version-not-allowed": head('  required_version = «">= 99.0"»\n'),
  "no-identity-provider": file(`${stack}«workforce "radiology"» {\n  region = "eu-west-1"\n}\n`),
  "two-identity-providers": within(
    oidc({ client_secret: 'env("CLIENT_SECRET", "s")' }).replace("oidc_config", "«oidc_config»"),
  ),
  "teams-only-with-provider": within('  manage = "teams"\n', {
    provider: cognito.replace("cognito_config", "«cognito_config»"),
  }),
  "teams-only-attribute": within('  manage = "teams"\n  «tags = { site = "north" }»\n', { provider: "" }),
  "user-pool-elsewhere": within("", {
    provider: cognito.replace('"eu-west-1_Rad10logy"', '«"us-east-1_Rad10logy"»'),
  }),
  "ipv6-needs-dualstack": ranges('«["2001:db8::/32"]»'),
  "too-many-workteams": within(
    workteam("readers", {
      for_each: 'toset([for n in range(26) : "readers-${n}"])',
      name: "each.key",
    }).replace('workteam "readers"', '«workteam "readers"»'),
  ),
  "repeated-workteam": within(workteam("readers") + workteam("night", { name: '«"readers"»' })),
  "reserved-tag": within('  tags = «{ "aws:site" = "north" }»\n'),
  "not-an-account": within('  account = «"prod"»\n'),
  "unknown-account": file(`${workforce("  account = «account.prd»\n")}account "prod" {\n}\n`),
  "two-workforces-in-region": file(
    `${workforce("")}workforce "pathology" {\n  region = «"eu-west-1"»\n${cognito}}\n`,
  ),
  "not-ignorable": within("  lifecycle {\n    ignore_changes = [«tag»]\n  }\n"),
  "unknown-region": head('  regions = [«"eu-wset-1"»]\n'),
  "open-to-everyone": ranges('[«"0.0.0.0/0"»]'),
  "host-bits": ranges('[«"203.0.113.7/24"»]'),
  "repeated-range": within(
    `  ip_address_type = "dualstack"\n${block("source_ip_config", { cidrs: '["2001:db8:0::/32", «"2001:db8::/32"»]' })}`,
  ),
  "range-inside-range": ranges('["203.0.113.0/24", «"203.0.113.0/28"»]'),
  "source-ip-beside-vpc": within(
    `  «source_ip_config» {\n    cidrs = ["203.0.113.0/24"]\n  }\n${block("workforce_vpc_config", {
      vpc_id: '"vpc-0a1b2c3d"',
      security_group_ids: '["sg-0a1b2c3d"]',
      subnets: '["subnet-0a1b2c3d"]',
    })}`,
  ),
  "scope-without-openid": within("", {
    provider: oidc({ client_secret: 'env("CLIENT_SECRET", "s")', scope: '«"profile groups"»' }),
  }),
  "missing-endpoints": within("", {
    provider: block("«oidc_config»", {
      client_id: '"sagemaker"',
      client_secret: 'env("CLIENT_SECRET", "s")',
      issuer: '"https://idp.example.com"',
      discover: "false",
      token_endpoint: '"https://idp.example.com/token"',
      jwks_uri: "null",
    }),
  }),
  "secret-not-sensitive": file(
    `variable "client_secret" {\n  default = "s3cr3t-s3cr3t"\n}\n${workforce("", { provider: oidc({ client_secret: "«var.client_secret»" }) })}`,
  ),
  "secret-in-configuration": within("", { provider: oidc({ client_secret: '«"s3cr3t-s3cr3t"»' }) }),
} satisfies Readonly<Record<string, Mistake>>;

/** Values that an account must not have. */
export const accountMistakes: readonly Mistake[] = [
  account('  allowed_account_ids = [«"12345678901"»]\n'),
  account("  allowed_account_ids = «[]»\n"),
  account("  max_attempts = «0»\n"),
  account("  max_attempts = «2.5»\n"),
  account("  max_attempts = «21»\n"),
  ...['""', '"127.0.0.1:4566"', '"ftp://127.0.0.1"', '"http://"', '"http://a b"', '"https://host:99999"'].map(
    (url) => account(`  endpoints {\n    sagemaker = «${url}»\n  }\n`),
  ),
  ...['"12h1s"', '"14m"', '"1d"', '""'].map((duration) =>
    account(
      `  assume_role {\n    role_arn = "arn:aws:iam::123456789012:role/wf"\n    duration = «${duration}»\n  }\n`,
    ),
  ),
  account('  assume_role {\n    role_arn = «"arn:aws:iam::123456789012:user/wf"»\n  }\n'),
  account(
    '  assume_role {\n    role_arn = "arn:aws:iam::123456789012:role/wf"\n    session_name = «"a b"»\n  }\n',
  ),
];
