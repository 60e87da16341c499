import { systemClock } from "../src/adapters/node/index.ts";
import type { Region } from "../src/ports.ts";
import { readSettled } from "../src/wait-until-settled.ts";

/** The workforces that the contract makes, and no other. */
const made = ["radiology", "wildlife"];

/** Deletes what the contract made, waiting for AWS to be done with it first and last; of others it keeps away. */
export async function clearRegion(region: Region, waitMilliseconds: number): Promise<void> {
  const settled = async () => readSettled(region, systemClock, waitMilliseconds, () => undefined);
  const { workforce, workteams } = await settled();
  if (workforce === undefined) return;
  if (!made.includes(workforce.name)) throw new Error(`Who made workforce "${workforce.name}" meanwhile?`);
  for (const { name } of workteams) {
    await region.send({ operation: "DeleteWorkteam", input: { WorkteamName: name } });
  }
  await region.send({ operation: "DeleteWorkforce", input: { WorkforceName: workforce.name } });
  const left = await settled();
  if (left.workforce !== undefined) throw new Error(`Workforce "${workforce.name}" could not be deleted`);
}
