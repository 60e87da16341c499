import { describe, expect, test } from "vitest";
import type { LiveTags, LiveWorkforce } from "../../src/live-state.ts";
import { ownersOf, type PulledRegion, pullConfiguration } from "../../src/pull-configuration.ts";
import {
  anothers,
  liveOidc,
  liveOidcTeam,
  liveWorkforce,
  liveWorkteam,
  nobodys,
  ours,
  tagged,
  unreadable,
} from "../builders.ts";
import { configurationOf, planPulled, pullAll, pullOne } from "./pulled.ts";

const vpc = { vpcId: "vpc-1a", securityGroupIds: ["sg-1a", "sg-2b"], subnets: ["subnet-1a"] };
const full = liveWorkforce({
  name: "radiology",
  tags: tagged({ "cost-center": "imaging", for: "x-rays", "aws:made-by": "aws" }, nobodys),
  identityProvider: liveOidc({ authenticationRequestExtraParams: { prompt: "login", "ui locales": "de" } }),
  sourceIpCidrs: ["203.0.113.7/24", "2001:db8::/32"],
  ipAddressType: "dualstack",
  vpc,
});
const readers = liveOidcTeam("readers", {
  tags: tagged({ shift: "early" }, nobodys),
  description: 'Reads "first" for ${5}%{if} €',
  members: [{ kind: "oidc", groups: Array.from({ length: 10 }, (_, index) => `radiology-readers-${index}`) }],
  notificationTopicArn: "arn:aws:sns:eu-west-1:123456789012:reads",
  workerAccess: { sourceIp: "Enabled", vpcSourceIp: "Disabled" },
});

const madeInConsole = (clientId: string): LiveWorkforce =>
  liveWorkforce({ name: "default", identityProvider: liveOidc({ clientId }) });
const held = (tags: LiveTags): PulledRegion => ({
  region: "eu-west-1",
  workforce: liveWorkforce({ tags }),
  workteams: [],
});

test("a region with something of everything becomes a configuration in canonical layout", async () => {
  const regions = [{ region: "eu-west-1", workforce: full, workteams: [readers] }];
  const { text, secretVariables, notes } = pullConfiguration(regions, {
    stack: "imaging",
    profile: "2 sites",
  });
  await expect(text).toMatchFileSnapshot("expected/everything.wf.hcl");
  expect({ secretVariables, notes }).toEqual({ secretVariables: ["client_secret"], notes: [] });
  expect((await configurationOf(text)).accounts).toMatchObject([
    { name: "sites", profile: "2 sites", allowedAccountIds: ["123456789012"] },
  ]);
});

test("what AWS takes for granted is not written", () => {
  const { text } = pullOne(liveWorkforce(), [liveWorkteam("rangers")]);
  expect(text.slice(text.indexOf('workforce "'))).toBe(`workforce "wildlife" {
  region = "eu-west-1"

  cognito_config {
    user_pool = "eu-west-1_Savanna01"
    client_id = "rangers"
  }

  workteam "rangers" {
    description = "The rangers"
    groups      = ["rangers"]
  }
}
`);
});

describe("a plan of what was pulled", () => {
  test.each<readonly [string, LiveTags, string]>([
    ["adopts what is nobody's", nobodys, "adopt"],
    ["changes nothing of what is the stack's", ours, "none"],
    ["is refused where it is another's", anothers, "refused"],
    ["changes nothing where tags cannot be read", unreadable, "none"],
  ])("%s", async (_, tags, action) => {
    const workforce = liveWorkforce({ ...full, tags });
    const target = await planPulled(workforce, [liveOidcTeam("readers", { tags })]);
    expect(target.workforce?.changes).toEqual([]);
    expect(target.workteams.flatMap(({ changes }) => changes)).toEqual([]);
    expect(target.action).toBe(action);
  });
});

describe("what stands out is said above its block and told", () => {
  test.each<readonly [string, Partial<LiveWorkforce>, string]>([
    [
      "a workforce that Failed",
      { status: "Failed", failureReason: "No \n} route" },
      'Status Failed: "No \\n} route". wf plan deletes the workforce and creates it again.',
    ],
    [
      "one that AWS is at work on",
      { status: "Updating" },
      "AWS is at work on the workforce (Updating), so this is soon out of date: pull again once that is over.",
    ],
    [
      "one of another stack",
      { tags: anothers },
      'Owned by stack "biology": wf plan refuses, unless with --take-over.',
    ],
    [
      "one whose tags cannot be read",
      { tags: unreadable },
      "Whose it is and its tags cannot be read (wf doctor says why): once they can be, a plan takes tags off that are not here.",
    ],
    [
      "one that CloudFormation made",
      { tags: tagged({ "aws:cloudformation:stack-name": "zoo" }) },
      'Tagged aws:cloudformation:stack-name = "zoo": take it out of there, or the two undo each other\'s work.',
    ],
  ])("%s", async (_, changes, message) => {
    const { notes, text } = pullOne(liveWorkforce(changes));
    expect(notes).toEqual([{ region: "eu-west-1", subject: 'workforce "wildlife"', message }]);
    expect(text).toContain(`# ${message}\n`);
    expect((await configurationOf(text)).workforces).toMatchObject([{ name: "wildlife" }]);
  });

  test("a team of another stack, or with members from elsewhere", () => {
    const elsewhere = {
      kind: "cognito",
      userPool: "eu-west-1_Other",
      clientId: "x",
      userGroup: "vets",
    } as const;
    const { notes } = pullOne(liveWorkforce(), [
      liveWorkteam("vets", { members: [elsewhere] }),
      liveWorkteam("rangers", { tags: anothers }),
    ]);
    expect(notes.map(({ subject, message }) => [subject, message.slice(0, 20)])).toEqual([
      ['work team "rangers"', 'Owned by stack "biolo'.slice(0, 20)],
      ['work team "vets"', "Has groups of another"].map((each) => each.slice(0, 20)),
    ]);
  });
});

test("of more than 25 teams those that the stack owns are written, the rest are comments", async () => {
  const teams = Array.from({ length: 30 }, (_, index) =>
    liveWorkteam(`team-${index}`, { tags: index < 4 ? ours : nobodys }),
  );
  const { text, notes } = pullOne(liveWorkforce(), teams.toReversed());
  const [{ workteams } = { workteams: [] }] = (await configurationOf(text)).workforces;
  expect(workteams).toHaveLength(25);
  expect(workteams.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["team-0", "team-1", "team-2", "team-3"]),
  );
  expect(notes[0]?.message).toContain("There are 30 work teams, and a configuration takes 25");
  expect(text).toContain('# workteam "team-9" {\n  #   description = "The team-9"\n');
  const target = await planPulled(liveWorkforce(), teams);
  expect(target.workteams.map(({ action }) => action)).not.toContain("delete");
});

test("several regions are one configuration, whose labels and secrets are told apart", () => {
  const { text, secretVariables } = pullAll([
    { region: "eu-west-1", workforce: madeInConsole("europe"), workteams: [] },
    { region: "us-east-1", workforce: madeInConsole("america"), workteams: [] },
    {
      region: "us-west-2",
      workforce: liveWorkforce({ identityProvider: liveOidc({ clientId: "america" }) }),
      workteams: [],
    },
  ]);
  expect(secretVariables).toEqual(["client_secret_default_eu_west_1", "client_secret_default_us_east_1"]);
  expect(
    [...text.matchAll(/^workforce .*|^ +(?:name|client_secret) .*/gm)].map(([line]) => line.trim()),
  ).toEqual([
    'workforce "default-eu-west-1" {',
    'name   = "default"',
    "client_secret          = var.client_secret_default_eu_west_1",
    'workforce "default-us-east-1" {',
    'name   = "default"',
    "client_secret          = var.client_secret_default_us_east_1",
    'workforce "wildlife" {',
    "client_secret          = var.client_secret_default_us_east_1",
  ]);
});

test("the owner is what the tags of the workforces say", () => {
  expect(ownersOf([held(ours), held(nobodys), held(unreadable), held(ours), held(anothers)])).toEqual([
    "labeling",
    "biology",
  ]);
});
