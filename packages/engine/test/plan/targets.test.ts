import { describe, expect, test } from "vitest";
import { span, type Account, type Configuration } from "@wf/parser";
import { plan, type TargetInput } from "../../src/plan.ts";
import { targetsOf, unnamedTargets } from "../../src/targets.ts";
import {
  input,
  liveWorkforce,
  liveWorkteam,
  options,
  region,
  stack,
  steps,
  planOne,
  unreadable,
  workforce,
} from "../builders.ts";

const account = (name: string): Account => ({
  name,
  profile: undefined,
  allowedAccountIds: [],
  assumeRole: undefined,
  endpoints: {},
  maxAttempts: undefined,
  span: span({ name: "main.wf.hcl", text: "" }, 0, 0),
});
const configuration = (changes: Partial<Configuration>): Configuration => ({
  stack,
  regions: [],
  accounts: [],
  workforces: [],
  ...changes,
});

describe("the regions that a configuration answers for", () => {
  test("are those of its workforces and those that only wf.regions names, in each account", () => {
    const targets = targetsOf(
      configuration({
        regions: ["eu-west-1", "us-east-1"],
        accounts: [account("parks"), account("clinics")],
        workforces: [workforce({ account: "parks" })],
      }),
      { destroy: false },
    );
    expect(targets.map(({ target, desired }) => [target.account, target.region, desired?.address])).toEqual([
      ["parks", "eu-west-1", "workforce.wildlife"],
      ["parks", "us-east-1", undefined],
      ["clinics", "eu-west-1", undefined],
      ["clinics", "us-east-1", undefined],
    ]);
  });

  test("are of the credential chain, too, where a workforce uses it beside accounts", () => {
    const targets = targetsOf(
      configuration({
        regions: ["us-east-1"],
        accounts: [account("parks")],
        workforces: [workforce({ account: undefined })],
      }),
      { destroy: false },
    );
    expect(targets.map(({ target }) => [target.account, target.region])).toEqual([
      [undefined, "eu-west-1"],
      ["parks", "us-east-1"],
      [undefined, "us-east-1"],
    ]);
  });

  test("are wanted empty when all is to be destroyed", () => {
    const [target] = targetsOf(configuration({ workforces: [workforce()] }), { destroy: true });
    expect(target).toMatchObject({ desired: undefined, destroyed: { address: "workforce.wildlife" } });
  });
});

describe("the regions that nothing names", () => {
  const all = ["eu-west-1", "us-east-1", "us-gov-west-1", "cn-north-1"];
  const shown = (changes: Partial<Configuration>): readonly string[] =>
    unnamedTargets(configuration(changes), all).map(
      ({ account: of, region: name }) => `${of ?? "default"} ${name}`,
    );

  test.each([
    ["without anything named", {}, ["default eu-west-1", "default us-east-1"]],
    ["beside a workforce", { workforces: [workforce()] }, ["default us-east-1"]],
    ["beside wf.regions", { regions: ["us-east-1"] }, ["default eu-west-1"]],
    [
      "under each account, in its own partition",
      {
        accounts: [account("parks"), account("bureau")],
        workforces: [
          workforce({ account: "parks" }),
          workforce({ account: "bureau", region: "us-gov-east-1" }),
        ],
      },
      ["parks us-east-1", "bureau us-gov-west-1"],
    ],
    [
      "under the default account beside blocks, where a workforce is in it",
      { accounts: [account("parks")], workforces: [workforce()] },
      ["parks eu-west-1", "parks us-east-1", "default us-east-1"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(shown(changes)).toEqual(expected);
  });
});

test("each region is planned by itself: a refusal in one does not touch the others", () => {
  const elsewhere = { target: { account: undefined, region: "us-east-1" } };
  const { targets } = plan(
    stack,
    [
      input(workforce(), region(liveWorkforce({ tags: { readable: true, values: { "wf:stack": "x" } } }))),
      input(workforce({ region: "us-east-1" }), region(), elsewhere),
    ],
    options(),
  );
  expect(targets.map(({ action }) => action)).toEqual(["refused", "create"]);
});

const at = (account: string): Pick<TargetInput, "target"> => ({ target: { account, region: "eu-west-1" } });

const is = (value: string): TargetInput["account"] => ({ readable: true, value });

describe("two account blocks that turn out to be one account", () => {
  test("are refused where they meet in a region", () => {
    const { targets } = plan(
      stack,
      [
        input(workforce({ account: "parks" }), region(liveWorkforce()), at("parks")),
        input(undefined, region(liveWorkforce()), at("clinics")),
      ],
      options(),
    );
    expect(targets.map(({ action, steps: planned }) => [action, planned.length])).toEqual([
      ["refused", 0],
      ["refused", 0],
    ]);
    expect(targets[0]?.refusals).toMatchObject([
      {
        code: "same-account",
        message: expect.stringContaining('"parks" and "clinics"'),
      },
    ]);
  });

  const empty = (
    account: string,
    id: TargetInput["account"],
    desired = workforce({ account }),
  ): TargetInput => input(desired, region(), { ...at(account), account: id });

  test.each([
    ["both are empty", [empty("parks", is("123456789012")), empty("clinics", is("123456789012"))]],
    [
      "one is empty",
      [
        input(workforce({ account: "parks" }), region(liveWorkforce()), at("parks")),
        empty("clinics", is("123456789012")),
      ],
    ],
  ])("are refused where %s, as STS tells", (_, inputs) => {
    const { targets } = plan(stack, inputs, options());
    expect(targets.map(({ action, refusals }) => [action, refusals[0]?.code])).toEqual([
      ["refused", "same-account"],
      ["refused", "same-account"],
    ]);
  });

  test("are planned where STS says that they are two, and with a warning where it says nothing", () => {
    const silent = { readable: false, reason: "No." } as const;
    const { targets } = plan(
      stack,
      [empty("parks", is("123456789012")), empty("clinics", is("210987654321")), empty("labs", silent)],
      options(),
    );
    expect(targets.map(({ action, notes }) => [action, notes.map(({ severity }) => severity)])).toEqual([
      ["create", []],
      ["create", []],
      ["create", ["warning"]],
    ]);
  });

  test("are fine in different regions, and where the accounts differ", () => {
    const other = liveWorkforce({ arn: "arn:aws:sagemaker:eu-west-1:210987654321:workforce/wildlife" });
    const { targets } = plan(
      stack,
      [
        input(workforce({ account: "parks" }), region(liveWorkforce()), at("parks")),
        input(workforce({ account: "clinics" }), region(other), at("clinics")),
      ],
      options(),
    );
    expect(targets.map(({ action }) => action)).toEqual(["none", "none"]);
  });
});

const digest = (live: Parameters<typeof planOne>[1]): string => planOne(undefined, live).liveDigest;

describe("the digest of a region", () => {
  const teams = [liveWorkteam("spotters"), liveWorkteam("vets")];

  test("is the same whatever the order in which AWS lists things", () => {
    const one = liveWorkforce({ sourceIpCidrs: ["10.0.0.0/8", "203.0.113.0/24"] });
    const other = liveWorkforce({ sourceIpCidrs: ["203.0.113.0/24", "10.0.0.0/8"] });
    expect(digest(region(one, teams))).toBe(digest(region(other, teams.toReversed())));
  });

  test("is the same whoever it is that may not read the tags", () => {
    const [one, other] = ["assumed-role/wf/plan-1", "assumed-role/wf/apply-2"].map((caller) => {
      const tags = { readable: false, reason: `${caller} is not authorized` } as const;
      return digest(region(liveWorkforce({ tags }), [liveWorkteam("vets", { tags })]));
    });
    expect(one).toBe(other);
  });

  test.each([
    ["a tag", region(liveWorkforce({ tags: { readable: true, values: {} } }), teams)],
    ["whether tags can be read", region(liveWorkforce({ tags: unreadable }), teams)],
    ["a team", region(liveWorkforce(), teams.slice(1))],
    ["a status", region(liveWorkforce({ status: "Updating" }), teams)],
  ])("is another when %s is another", (_, live) => {
    expect(digest(live)).not.toBe(digest(region(liveWorkforce(), teams)));
  });
});

test("a team of ours in a workforce of others goes when no block names it", () => {
  const live = region(liveWorkforce({ tags: { readable: true, values: {} } }), [liveWorkteam("spotters")]);
  const target = planOne(undefined, live);
  expect(target.action).toBe("update");
  expect(steps(target)).toEqual(["DeleteWorkteam spotters"]);
});
