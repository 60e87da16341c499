import { type Body, evaluate, isWhollyKnown, parse, toPlain } from "@wf/parser";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { LiveWorkforce, LiveWorkteam } from "../../src/live-state.ts";
import { liveOidc, liveOidcTeam, liveWorkforce, nobodys, tagged } from "../builders.ts";
import { planPulled, pullOne } from "./pulled.ts";

/** What someone might name things to write blocks of their own into the file. */
const pieces = fc.constantFrom(
  '${env("HOME")}',
  "%{ if true }",
  "$${",
  "$",
  "%",
  "{",
  '"',
  "\\",
  '"\n}\nworkteam "owned" {\n',
  "\n# ",
  "*/",
  "/*",
  "<<EOT",
  "\r",
  "\u2028",
  "\u202E",
  "\u200D",
  "\u0000",
  "e\u0301",
  "für",
  "🦓",
  "for",
  "null",
  " ",
);
const anyText = fc
  .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 6 })), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(""));

type Plain = Readonly<Record<string, unknown>>;

/** A body as data: what its expressions are, and its blocks by type and labels. */
function plainBody(body: Body): Plain {
  return Object.fromEntries(
    body.items.map((item) => {
      if (item.kind === "block")
        return [
          JSON.stringify([item.type.name, ...item.labels.map(({ value }) => value)]),
          plainBody(item.body),
        ];
      const { value } = evaluate(item.expression, { variables: new Map() });
      // `string` and `var` mean something to a whole configuration only.
      return [item.name.name, isWhollyKnown(value) ? toPlain(value) : undefined];
    }),
  );
}

const normal = (text: string): string => text.normalize("NFC");

test("whatever a region holds, the text is the blocks that describe it, and no more", () => {
  fc.assert(
    fc.property(anyText, anyText, (text, other) => {
      const tags = tagged({ [`tag ${text}`]: other }, nobodys);
      const workforce = liveWorkforce({
        name: text,
        tags,
        status: "Failed",
        failureReason: other,
        subDomain: text,
        arn: text,
        sourceIpCidrs: [text],
        identityProvider: liveOidc({
          issuer: other,
          authenticationRequestExtraParams: { [`extra ${other}`]: text, two: other },
        }),
        vpc: { vpcId: text, securityGroupIds: [other], subnets: [text] },
      });
      const team = liveOidcTeam(other, {
        description: text,
        members: [{ kind: "oidc", groups: [other] }],
        tags,
      });
      const written = pullOne(workforce, [team]).text;
      const { value: file, diagnostics } = parse({ name: "main.wf.hcl", text: written });
      expect(diagnostics).toEqual([]);
      const { body } = file;
      expect(body.items.map((item) => item.kind === "block" && item.type.name)).toEqual([
        "wf",
        "variable",
        "workforce",
      ]);
      const expectedTags = { [normal(`tag ${text}`)]: normal(other) };
      expect(plainBody(body)[JSON.stringify(["workforce", normal(text)])]).toMatchObject({
        region: "eu-west-1",
        tags: expectedTags,
        [JSON.stringify(["oidc_config"])]: {
          issuer: normal(other),
          authentication_request_extra_params: {
            [normal(`extra ${other}`)]: normal(text),
            two: normal(other),
          },
        },
        [JSON.stringify(["source_ip_config"])]: { cidrs: [normal(text)] },
        [JSON.stringify(["workforce_vpc_config"])]: {
          vpc_id: normal(text),
          security_group_ids: [normal(other)],
          subnets: [normal(text)],
        },
        [JSON.stringify(["workteam", normal(other)])]: {
          description: normal(text),
          groups: [normal(other)],
          tags: expectedTags,
        },
      });
    }),
    { numRuns: 200 },
  );
});

/** Texts that AWS takes, of the characters that its patterns allow. */
const oneLine = anyText
  .map((text) => text.replaceAll(/[\n\r\u2028\u2029\p{Cs}]/gu, "").slice(0, 40))
  .filter((text) => !text.isWellFormed() || text !== "")
  .map((text) => text.toWellFormed());
const tagText = fc.string({
  unit: fc.constantFrom(
    "a",
    "Z",
    "ü",
    "e\u0301",
    " ",
    "\u00A0",
    "\u2028",
    "7",
    "_",
    ".",
    ":",
    "/",
    "=",
    "+",
    "-",
    "@",
  ),
  minLength: 1,
  maxLength: 12,
});
const name = fc.stringMatching(/^[a-zA-Z0-9]([a-zA-Z0-9-]{0,5}[a-zA-Z0-9])?$/);
const ascii = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 12 });
const words = fc.array(fc.stringMatching(/^[!#-[\]-~]{1,8}$/), { minLength: 1, maxLength: 3 });
const group = fc.string({
  unit: fc.constantFrom("a", "ü", "e\u0301", '"', "\\", "$", "{", "}", "%", "🦓", "7"),
  minLength: 1,
  maxLength: 12,
});
const tags = fc.dictionary(
  tagText.map((key) => `t${key}`),
  tagText,
  { maxKeys: 3 },
);
const address = ascii.map((text) => `https://${encodeURIComponent(text)}/\${x}%{y}`);

const liveTeam: fc.Arbitrary<LiveWorkteam> = fc
  .record({
    name,
    description: oneLine,
    groups: fc.uniqueArray(group, { minLength: 1, maxLength: 10 }),
    tags,
  })
  .map(({ name: called, description, groups, tags: values }) =>
    liveOidcTeam(called, {
      description,
      members: [{ kind: "oidc", groups }],
      tags: { readable: true, values },
    }),
  );
const live: fc.Arbitrary<LiveWorkforce> = fc
  .record({
    name,
    clientId: ascii,
    scope: fc.option(words, { nil: undefined }),
    issuer: address,
    extra: fc.dictionary(oneLine, oneLine, { maxKeys: 3 }),
    tags,
    dualstack: fc.boolean(),
  })
  .map((made) =>
    liveWorkforce({
      name: made.name,
      tags: { readable: true, values: made.tags },
      ipAddressType: made.dualstack ? "dualstack" : "ipv4",
      sourceIpCidrs: made.dualstack ? ["2001:DB8::1/32", "10.1.2.3/8"] : [],
      identityProvider: liveOidc({
        clientId: made.clientId,
        issuer: made.issuer,
        scope: made.scope?.join(" "),
        authenticationRequestExtraParams: made.extra,
      }),
    }),
  );

test("a plan of what was pulled changes nothing, whatever AWS let into the region", async () => {
  await fc.assert(
    fc.asyncProperty(
      live,
      fc.uniqueArray(liveTeam, { selector: (team) => team.name, maxLength: 3 }),
      async (workforce, teams) => {
        const target = await planPulled(workforce, teams);
        expect(target.workforce).toMatchObject({ action: "adopt", changes: [] });
        expect(target.workteams.map(({ action, changes }) => [action, changes])).toEqual(
          teams.map(() => ["adopt", []]),
        );
      },
    ),
    { numRuns: 100 },
  );
});
