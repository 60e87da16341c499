import { type LiveRegion, RemoteError, type WantedTarget } from "@wf/engine";
import type { Connection } from "../connect.ts";
import { counted } from "../render/counted.ts";
import { remoteHelp } from "../render/failures-text.ts";
import { sentence } from "../render/sentence.ts";
import { type Caller, withoutCredentials } from "./account-checks.ts";
import {
  type DoctorCheck,
  failed,
  notMade,
  type Outcome,
  passed,
  type Place,
  skipped,
  headingOf,
} from "./doctor-check.ts";
import { permissionCheck } from "./permission-check.ts";

/** Whether a region answers, what it lets be read, and what may be changed in it. */
export function regionChecks(
  wanted: WantedTarget,
  connection: Connection,
  caller: Caller,
  readOnly: boolean,
): readonly DoctorCheck[] {
  const { target, desired } = wanted;
  const place: Place = { ...target, address: desired?.address };
  const heading = headingOf(place);
  let reading: Promise<LiveRegion> | undefined;
  const read = async (): Promise<LiveRegion> => (reading ??= readAll(wanted, connection));
  const whereUsable = (make: () => Promise<Outcome>) => async (): Promise<Outcome> =>
    (await caller.isUsable()) ? make() : withoutCredentials;
  return [
    {
      name: "region",
      heading,
      place,
      asks: "that SageMaker answers",
      make: whereUsable(async () => checkRegion(read)),
    },
    {
      name: "tags",
      heading,
      place,
      asks: "that tags can be read",
      make: whereUsable(async () => checkTags(read)),
    },
    ...(readOnly || desired === undefined
      ? []
      : [permissionCheck(place, desired, connection.probesOf(target), caller)]),
  ];
}

/** Every call that a plan and a waiting apply make to look. */
async function readAll({ target }: WantedTarget, connection: Connection): Promise<LiveRegion> {
  const region = connection.regionOf(target);
  const live = await region.read();
  if (live.workforce !== undefined) await region.describe(live.workforce.name);
  return live;
}

async function checkRegion(read: () => Promise<LiveRegion>): Promise<Outcome> {
  try {
    const { workforce, workteams } = await read();
    return workforce === undefined
      ? passed("SageMaker answers; there is no private workforce.")
      : passed(
          `SageMaker answers; there is workforce ${JSON.stringify(workforce.name)}, ${workforce.status}, with ${counted(workteams.length, "work team")}.`,
        );
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return failed(sentence(error.message), remoteHelp[error.reason]);
  }
}

async function checkTags(read: () => Promise<LiveRegion>): Promise<Outcome> {
  try {
    const { workforce, workteams } = await read();
    if (workforce === undefined) return skipped("There is nothing that could have tags.");
    const unreadable = [workforce, ...workteams].find(({ tags }) => !tags.readable)?.tags;
    return unreadable?.readable === false
      ? notMade(
          `Whose the workforce is cannot be told, and a name that fits is taken as ours. ${unreadable.reason}`,
        )
      : passed("They can be read.");
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return skipped("The region could not be read.");
  }
}
