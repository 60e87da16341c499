import { describe, expect, test } from "vitest";
import { deletedWorkteams } from "../../src/deleted-workteams.ts";
import { describeImpact } from "../../src/describe-impact.ts";
import type { Reading, TasksInFlight, WorkteamUsage } from "../../src/workteam-usage.ts";
import {
  anothers,
  liveWorkforce,
  liveWorkteam,
  planDestroy,
  planOne,
  region,
  workforce,
  workteam,
} from "../builders.ts";

const live = region(liveWorkforce(), [liveWorkteam("spotters"), liveWorkteam("trackers")]);
const both = [workteam("spotters"), workteam("trackers")];
const busy = (pending: number): Reading<TasksInFlight> => ({
  readable: true,
  value: { pending, labelingJobs: pending === 0 ? [] : ["herds"] },
});
const usageOf = (spotters: Reading<TasksInFlight>, flows: readonly string[] = []): WorkteamUsage => ({
  tasks: new Map([["spotters", spotters]]),
  flowDefinitions: { readable: true, value: flows.map((name) => ({ name, workteam: "spotters" })) },
});

describe("of the teams, those are asked about that the steps delete:", () => {
  test.each([
    ["none where nothing changes", planOne(workforce({ workteams: both }), live), []],
    [
      "none where a team is updated",
      planOne(
        workforce({ workteams: [workteam("spotters", { description: "Eyes" }), workteam("trackers")] }),
        live,
      ),
      [],
    ],
    ["one that goes for good", planOne(workforce({ workteams: [workteam("spotters")] }), live), ["trackers"]],
    [
      "all where the workforce is replaced",
      planOne(workforce({ name: "animals", workteams: both }), live),
      ["spotters", "trackers"],
    ],
    ["all in a destruction", planDestroy(workforce({ workteams: both }), live), ["spotters", "trackers"]],
    [
      "none where the plan is refused",
      planOne(
        workforce({ name: "animals" }),
        region(liveWorkforce(), [liveWorkteam("spotters", { tags: anothers })]),
      ),
      [],
    ],
  ] as const)("%s", (_, target, names) => {
    expect(deletedWorkteams(target).map(({ name }) => name)).toEqual(names);
  });
});

describe("what is known of a team that goes", () => {
  const gone = workforce({ workteams: [workteam("trackers")] });
  const replaced = workforce({ name: "animals", workteams: both });

  test.each([
    ["nothing was asked", undefined, [], ["deleted: tasks in flight can be lost."]],
    ["no task is in flight", usageOf(busy(0)), [], ["deleted."]],
    [
      "a task is in flight",
      usageOf(busy(1)),
      ['Work team "spotters" is deleted while a task waits for its workers.'],
      ["deleted.", 'Tasks in flight can be lost: 1 of "spotters" (labeling job "herds").'],
    ],
    [
      "tasks are in flight",
      usageOf(busy(7)),
      ['Work team "spotters" is deleted while 7 tasks wait for its workers.'],
      ["deleted.", 'Tasks in flight can be lost: 7 of "spotters" (labeling job "herds").'],
    ],
    [
      "it could not be read",
      usageOf({ readable: false, reason: "No." }),
      [],
      ["deleted.", 'Tasks in flight of "spotters" could not be read, and can be lost: No.'],
    ],
    [
      "flow definitions use it",
      usageOf(busy(0), ["hoofs", "horns"]),
      [],
      [
        "deleted.",
        'Flow definitions "hoofs", "horns" send human loops to "spotters", which nobody works on any more.',
      ],
    ],
  ] as const)("where %s", (_, usage, warnings, sentences) => {
    const target = planOne(gone, live, {}, { usage });
    expect(target.notes.map(({ message }) => message)).toEqual(warnings);
    const said = describeImpact(target.impact).map(({ message }) => message);
    expect(said).toEqual(
      sentences.map((each) => each.replace(/^deleted/, 'Work team "spotters" is deleted')),
    );
  });

  test("is not said of a plan without steps, and does not change the steps of any", () => {
    const usage = usageOf(busy(7), ["hoofs"]);
    expect(planOne(workforce({ workteams: both }), live, {}, { usage })).toEqual(
      planOne(workforce({ workteams: both }), live),
    );
    expect(planOne(replaced, live, {}, { usage }).steps).toEqual(planOne(replaced, live).steps);
  });

  test("says of one that comes back that it does", () => {
    const { impact } = planOne(replaced, live, {}, { usage: usageOf(busy(0), ["hoofs"]) });
    expect(describeImpact(impact).at(-1)).toEqual({
      kind: "flow-definitions",
      flow_definitions: [{ name: "hoofs", workteam: "spotters" }],
      message:
        'Flow definition "hoofs" sends human loops to "spotters", which nobody works on until the team is back.',
    });
  });
});
