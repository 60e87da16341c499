import type { RecoverWay } from "./recover/recover-view.ts";
import { UserError } from "./user-error.ts";

/** How an unfinished run is to be ended; undefined where nothing was said. */
export function recoverWay(
  said: Readonly<Partial<Record<RecoverWay, true | undefined>>>,
): RecoverWay | undefined {
  const all: readonly RecoverWay[] = ["forget", "rollback", "continue"];
  const ways = all.filter((way) => said[way] === true);
  if (ways.length < 2) return ways[0];
  throw new UserError(`--${ways.join(" and --")} contradict each other.`, "Say one of them.");
}

/** A port of this machine. */
export function port(text: string): number {
  return wholeNumber(text, 65_535, "a port is a number from 0 to 65535");
}

/** The number of a pull request. */
export function pullRequestNumber(text: string): number {
  return wholeNumber(text, Number.MAX_SAFE_INTEGER, "a pull request has a number");
}

/** A commit, as git names it. */
export function commitName(text: string): string {
  if (/^[0-9a-f]{7,64}$/.test(text)) return text;
  throw new UserError(
    `--commit takes a commit's name, 7 to 64 of 0-9 and a-f, and found ${JSON.stringify(text)}.`,
    "Give it as git rev-parse HEAD prints it.",
  );
}

/** A delay. */
export function milliseconds(text: string): number {
  return wholeNumber(text, 3_600_000, "a delay is a number of milliseconds, up to an hour");
}

function wholeNumber(text: string, largest: number, allowed: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= largest) return value;
  throw new UserError(`${JSON.stringify(text)} cannot be used: ${allowed}.`, "Give another number.");
}
