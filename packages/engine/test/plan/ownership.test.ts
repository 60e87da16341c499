import { describe, expect, test } from "vitest";
import {
  anothers,
  cognito,
  inputOf,
  liveOidc,
  liveWorkforce,
  liveWorkteam,
  nobodys,
  oidc,
  planDestroy,
  planOne,
  region,
  steps,
  tagged,
  unreadable,
  workforce,
  workteam,
} from "../builders.ts";

describe("nobody's", () => {
  test("a workforce is adopted: our tags are added and nothing else is done", () => {
    const target = planOne(workforce(), region(liveWorkforce({ tags: nobodys })));
    expect(target).toMatchObject({ action: "adopt", workforce: { action: "adopt", changes: [] } });
    expect(steps(target)).toEqual(["AddTags wildlife wf:stack"]);
    expect(target.notes[0]?.message).toContain("it is adopted");
  });

  test("a workforce that differs is adopted and changed where it differs", () => {
    const target = planOne(
      workforce({ sourceIpCidrs: ["10.0.0.0/8"], tags: { park: "Kruger" } }),
      region(liveWorkforce({ tags: { readable: true, values: { owner: "console" } } })),
    );
    expect(target.action).toBe("update");
    expect(steps(target)).toEqual([
      "UpdateWorkforce wildlife",
      "wait active wildlife",
      "DeleteTags wildlife owner",
      "AddTags wildlife park wf:stack",
    ]);
  });

  test("a team is adopted", () => {
    const target = planOne(
      workforce({ workteams: [workteam("spotters")] }),
      region(liveWorkforce(), [liveWorkteam("spotters", { tags: nobodys })]),
    );
    expect(target).toMatchObject({ action: "adopt", workteams: [{ action: "adopt" }] });
    expect(steps(target)).toEqual(["AddTags spotters wf:stack"]);
  });
});

describe("another stack's", () => {
  const theirs = region(liveWorkforce({ tags: anothers }));

  test("a workforce is refused with the other stack's name", () => {
    expect(planOne(workforce({ sourceIpCidrs: ["10.0.0.0/8"] }), theirs)).toMatchObject({
      action: "refused",
      steps: [],
      refusals: [{ code: "owned-by-another-stack", message: expect.stringContaining('"biology"') }],
    });
  });

  test("--take-over makes it ours", () => {
    const target = planOne(workforce(), theirs, { takeOver: true });
    expect(target.action).toBe("adopt");
    expect(steps(target)).toEqual(["AddTags wildlife wf:stack"]);
    expect(target.notes).toMatchObject([
      { severity: "warning", message: expect.stringContaining("taken over") },
    ]);
  });

  test("--take-over deletes one of another name", () => {
    const target = planOne(workforce(), region(liveWorkforce({ name: "animals", tags: anothers })), {
      takeOver: true,
    });
    expect(target.action).toBe("replace");
    expect(target.notes[0]?.message).toContain('taken over from stack "biology"');
  });

  test("a team is refused, or taken over", () => {
    const desired = workforce({ workteams: [workteam("spotters")] });
    const live = region(liveWorkforce(), [liveWorkteam("spotters", { tags: anothers })]);
    expect(planOne(desired, live).refusals).toMatchObject([{ code: "owned-by-another-stack" }]);
    expect(steps(planOne(desired, live, { takeOver: true }))).toEqual(["AddTags spotters wf:stack"]);
  });

  test("its fingerprint says nothing to us and does not stay", () => {
    const target = planOne(
      workforce({ identityProvider: oidc() }),
      region(
        liveWorkforce({ identityProvider: liveOidc(), tags: tagged({ "wf:secret": "v1.theirs" }, anothers) }),
      ),
      { takeOver: true },
    );
    expect(target.action).toBe("adopt");
    expect(steps(target)).toEqual(["DeleteTags wildlife wf:secret", "AddTags wildlife wf:stack"]);
    expect(target.notes.map(({ message }) => message).join()).toContain(
      'unverified: AWS never returns it, and the fingerprint that the workforce carries is stack "biology"\'s',
    );
  });
});

describe("with tags that cannot be read", () => {
  test("a name that matches is taken as ours, and it is said", () => {
    const target = planOne(
      workforce({ sourceIpCidrs: ["10.0.0.0/8"], tags: { park: "Kruger" } }),
      region(liveWorkforce({ tags: unreadable })),
    );
    expect(target.action).toBe("update");
    expect(steps(target)).toEqual(["UpdateWorkforce wildlife", "wait active wildlife"]);
    expect(target.notes).toMatchObject([
      { severity: "warning", message: expect.stringContaining("unknown") },
    ]);
  });

  test("a name that does not match is nobody's to delete, unless --take-over says so", () => {
    const live = region(liveWorkforce({ name: "animals", tags: unreadable }));
    expect(planOne(workforce(), live)).toMatchObject({
      action: "refused",
      refusals: [{ code: "owner-unknown" }],
    });
    expect(planOne(workforce(), live, { takeOver: true })).toMatchObject({ action: "replace" });
  });

  test("another identity provider under the same name replaces it", () => {
    const live = region(liveWorkforce({ tags: unreadable }));
    const desired = workforce({ identityProvider: cognito({ clientId: "trackers" }) });
    expect(planOne(desired, live)).toMatchObject({ action: "replace" });
  });

  test("destroy deletes what the block names, teams too, and leaves the rest", () => {
    const live = region(liveWorkforce({ tags: unreadable }), [
      liveWorkteam("spotters", { tags: unreadable }),
    ]);
    const destroyed = workforce({ workteams: [workteam("spotters")] });
    const target = planDestroy(destroyed, live);
    expect(target.action).toBe("delete");
    expect(target.notes[0]?.severity).toBe("warning");
    expect(steps(target)).toEqual([
      "DeleteWorkteam spotters",
      "DeleteWorkforce wildlife",
      "wait gone wildlife",
    ]);
    expect(planDestroy({ ...destroyed, name: "animals" }, live).workforce?.action).toBe("leave");
    expect(planDestroy({ ...destroyed, workteams: [] }, live)).toMatchObject({
      action: "refused",
      refusals: [{ code: "foreign-workteams" }],
    });
  });

  test("a team that is not in the configuration is left alone", () => {
    const live = region(liveWorkforce(), [liveWorkteam("spotters", { tags: unreadable })]);
    expect(planOne(workforce(), live)).toMatchObject({ action: "none", workteams: [{ action: "leave" }] });
  });
});

describe('manage = "teams"', () => {
  const desired = workforce({
    manage: "teams",
    identityProvider: undefined,
    workteams: [workteam("spotters")],
  });

  test.each([
    ["nobody's", nobodys],
    ["another stack's", anothers],
    ["an unknown owner's", unreadable],
  ])("plans teams in %s workforce of any name, and nothing of the workforce", (_, tags) => {
    const live = region(liveWorkforce({ name: "animals", tags, sourceIpCidrs: ["10.0.0.0/8"] }), [
      liveWorkteam("trackers"),
      liveWorkteam("vets", { tags: anothers }),
    ]);
    const target = planOne(desired, live);
    expect(target).toMatchObject({ action: "update", workforce: { action: "leave" } });
    expect(steps(target)).toEqual(["DeleteWorkteam trackers", "CreateWorkteam spotters"]);
    expect(inputOf(target, "CreateWorkteam")).toMatchObject({
      WorkforceName: "animals",
      MemberDefinitions: [
        {
          CognitoMemberDefinition: {
            UserPool: "eu-west-1_Savanna01",
            ClientId: "rangers",
            UserGroup: "spotters",
          },
        },
      ],
    });
  });

  test("members are of the live workforce's kind", () => {
    const target = planOne(desired, region(liveWorkforce({ identityProvider: liveOidc() })));
    expect(inputOf(target, "CreateWorkteam")).toMatchObject({
      MemberDefinitions: [{ OidcMemberDefinition: { Groups: ["spotters"] } }],
    });
  });

  test("without a workforce it is refused", () => {
    expect(planOne(desired, region())).toMatchObject({
      action: "refused",
      refusals: [{ code: "workforce-missing" }],
    });
  });

  test("in a Failed workforce AWS takes no team: it is refused where one would be made", () => {
    const failed = liveWorkforce({ status: "Failed", failureReason: "No address.", tags: anothers });
    expect(planOne(desired, region(failed))).toMatchObject({
      action: "refused",
      refusals: [{ code: "workforce-failed", message: expect.stringContaining("No address.") }],
    });
    expect(planOne(desired, region(failed, [liveWorkteam("spotters")]))).toMatchObject({ action: "none" });
  });

  test("a busy workforce is waited for only if a team changes", () => {
    const busy = liveWorkforce({ status: "Updating", tags: anothers });
    expect(planOne(desired, region(busy)).action).toBe("busy");
    expect(planOne(desired, region(busy, [liveWorkteam("spotters")])).action).toBe("none");
  });

  test("destroy deletes the teams and never the workforce, even one of this stack", () => {
    const target = planDestroy(desired, region(liveWorkforce(), [liveWorkteam("spotters")]));
    expect(target.workforce?.action).toBe("leave");
    expect(steps(target)).toEqual(["DeleteWorkteam spotters"]);
  });
});
