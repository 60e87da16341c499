import { describe, expect, test } from "vitest";
import { describePlan } from "../../src/describe-plan.ts";
import { plan } from "../../src/plan.ts";
import type { TargetInput } from "../../src/plan.ts";
import type { PlanView, TargetView } from "../../src/plan-view.ts";
import {
  anothers,
  cognito,
  input,
  liveCognito,
  liveOidc,
  liveWorkforce,
  liveWorkteam,
  nobodys,
  oidc,
  options,
  oursWithSecret,
  region,
  stack,
  tagged,
  workforce,
  workteam,
} from "../builders.ts";

function view(...inputs: readonly TargetInput[]): PlanView {
  return describePlan(plan(stack, inputs, options()));
}

function viewOne(given: TargetInput): TargetView {
  const [target] = view(given).targets;
  if (target === undefined) throw new Error("A plan of one region has one target");
  return target;
}

test.each([
  [
    false,
    "named",
    "The regions that the configuration names are as it says; --all-regions reads others too.",
  ],
  [false, "targets", "What is live there is what the configuration says."],
  [false, "everywhere", "What is live is what the configuration says."],
  [
    true,
    "named",
    "Nothing is to be deleted in the regions that the configuration names; --all-regions reads others too.",
  ],
  [true, "targets", "Nothing is to be deleted there."],
  [true, "everywhere", "Nothing is to be deleted."],
] as const)("a plan without changes says what it looked at: destroy %s, %s", (destroy, reach, said) => {
  const { summary } = describePlan(plan(stack, [], options()), [], { destroy, reach });
  expect(summary).toBe(`No changes. ${said}`);
});

test("every attribute is shown with before, after and what goes and comes", () => {
  const target = viewOne(
    input(
      workforce({ sourceIpCidrs: ["10.0.0.0/8", "203.0.113.0/24"], ipAddressType: "dualstack" }),
      region(
        liveWorkforce({ sourceIpCidrs: ["198.51.100.0/24", "10.0.0.0/8"], tags: tagged({ park: "Kruger" }) }),
      ),
    ),
  );
  expect(target.resources[0]).toMatchObject({
    action: "update",
    verdict: "will be updated in place",
    unchanged: 3,
    attributes: [
      {
        block: "source_ip_config",
        name: "cidrs",
        change: "change",
        before: '["10.0.0.0/8", "198.51.100.0/24"]',
        after: '["10.0.0.0/8", "203.0.113.0/24"]',
        items: [
          { text: '"10.0.0.0/8"', change: "keep" },
          { text: '"198.51.100.0/24"', change: "remove" },
          { text: '"203.0.113.0/24"', change: "add" },
        ],
      },
      { block: undefined, name: "ip_address_type", change: "add", before: undefined, after: '"dualstack"' },
      { name: "tags", change: "remove", before: '{ "park" = "Kruger" }', after: undefined },
    ],
  });
  expect(target.steps).toEqual([
    { operation: "UpdateWorkforce", subject: "wildlife (SourceIpConfig, IpAddressType)" },
    { operation: "wait", subject: "until wildlife is Active" },
    { operation: "DeleteTags", subject: "wildlife (park)" },
  ]);
});

describe("what forces delete-then-create is said where it does", () => {
  test.each([
    ["name", workforce(), liveWorkforce({ name: "animals" }), "a workforce's name cannot be changed"],
    [
      "client_id",
      workforce({ identityProvider: cognito({ clientId: "trackers" }) }),
      liveWorkforce(),
      "the user pool and client of a workforce cannot be changed",
    ],
    [
      "issuer",
      workforce(),
      liveWorkforce({ identityProvider: liveOidc() }),
      "the kind of identity provider cannot be changed",
    ],
  ])("%s", (name, desired, live, why) => {
    const [resource] = viewOne(input(desired, region(live))).resources;
    expect(resource?.verdict).toBe("must be deleted and created");
    expect(resource?.attributes.find((each) => each.name === name)?.comment).toBe(
      `forces delete-then-create: ${why}`,
    );
    expect(resource?.attributes.at(-1)).toMatchObject({
      name: "sub_domain",
      before: '"savanna.labeling.eu-west-1.sagemaker.aws"',
      after: "(known after apply)",
    });
  });

  test("a staged change says that the teams go and come back", () => {
    const live = liveWorkforce({ identityProvider: liveOidc({ scope: "openid" }), tags: oursWithSecret });
    const [resource] = viewOne(input(workforce({ identityProvider: oidc() }), region(live))).resources;
    expect(resource?.attributes[0]?.comment).toBe(
      "AWS takes this only while there are no work teams: they go first and come back",
    );
  });
});

const sentences = (target: TargetView): readonly string[] => target.impact.map(({ message }) => message);

test("the impact is said in sentences", () => {
  const desired = workforce({ workteams: [workteam("spotters"), workteam("trackers")] });
  const teams = [liveWorkteam("spotters"), liveWorkteam("trackers"), liveWorkteam("vets")];
  expect(sentences(viewOne(input(desired, region(liveWorkforce({ name: "animals" }), teams))))).toEqual([
    "The worker portal is closed from step 4 to step 7.",
    "The sign-in address changes: workers need the new one, and the identity provider must allow the new redirect URI, which is known after apply.",
    'Work teams "spotters", "trackers" are deleted and created again under the same ARN: tasks in flight can be lost.',
    'Work team "vets" is deleted: tasks in flight can be lost.',
  ]);
  expect(sentences(viewOne(input(undefined, region(liveWorkforce()))))).toEqual([
    "The worker portal is closed from step 1 on, for good.",
  ]);
});

test("a replacement counts as one, a refused and a busy region count nothing else", () => {
  const desired = workforce({ workteams: [workteam("spotters")] });
  const lives = [
    [desired, region(liveWorkforce({ name: "animals" }), [liveWorkteam("spotters")])],
    [desired, region()],
    [workforce(), region(liveWorkforce({ tags: anothers }))],
    [workforce(), region(liveWorkforce({ status: "Updating" }))],
    [workforce(), region(liveWorkforce({ tags: nobodys }))],
  ] as const;
  expect(
    view(
      ...lives.map(([wanted, live], index) =>
        input(wanted, live, { target: { account: undefined, region: `eu-west-${index}` } }),
      ),
    ).counts,
  ).toMatchObject({
    create: 2,
    update: 0,
    adopt: 1,
    replace: 2,
    delete: 0,
    unchanged: 0,
    refused: 1,
    busy: 1,
  });
});

describe("what is sensitive never appears", () => {
  const canary = "Can4ry";
  const canaryTags = { readable: true, values: { "wf:stack": stack, [canary]: canary } } as const;
  const everything = new Set([
    "oidc_config.client_id",
    "oidc_config.issuer",
    "oidc_config.scope",
    "oidc_config.authentication_request_extra_params",
    "cognito_config",
    "source_ip_config.cidrs",
    "workforce_vpc_config",
    "tags",
  ]);
  const team = workteam("spotters", {
    description: canary,
    groups: [canary],
    notificationTopicArn: `arn:aws:sns:eu-west-1:123456789012:${canary}`,
    tags: { [canary]: canary },
    sensitive: new Set(["description", "groups", "notification_topic_arn", "tags"]),
  });
  const secretive = workforce({
    identityProvider: oidc({
      clientId: canary,
      issuer: `https://${canary}.example`,
      scope: canary,
      authenticationRequestExtraParams: { [canary]: canary },
    }),
    sourceIpCidrs: [canary],
    vpc: { vpcId: canary, subnets: [canary], securityGroupIds: [canary] },
    tags: { [canary]: canary },
    workteams: [team],
    sensitive: everything,
  });
  const live = liveWorkforce({
    identityProvider: liveCognito({ clientId: canary }),
    sourceIpCidrs: [canary, "10.0.0.0/8"],
    tags: canaryTags,
  });
  const liveTeam = liveWorkteam("spotters", { description: canary, tags: canaryTags });

  test.each([
    ["in a creation", input(secretive, region())],
    ["in a replacement", input(secretive, region(live, [liveTeam]))],
    [
      "in an update, before and after",
      input(
        { ...secretive, workteams: [team] },
        region(
          liveWorkforce({
            identityProvider: liveOidc(),
            tags: { readable: true, values: { "wf:stack": stack, [`${canary}-before`]: canary } },
          }),
          [liveWorkteam("spotters", { tags: canaryTags })],
        ),
      ),
    ],
    ["in a destruction", input(undefined, region(live, [liveTeam]), { destroyed: secretive })],
    [
      "in a refusal",
      input({ ...secretive, workteams: [] }, region(live, [liveWorkteam("vets", { tags: anothers })])),
    ],
  ])("%s", (_, given) => {
    const shown = JSON.stringify(view(given));
    expect(shown).not.toContain(canary);
    expect(shown).toContain("(sensitive value)");
  });
});
