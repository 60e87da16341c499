import type { HttpResponse } from "@smithy/types";

/** AWS takes a signature of the last five minutes; a minute is left for the way. The SDK corrects from here on, too. */
const tolerableSkewMilliseconds = 4 * 60_000;

/** A clock that AWS's answers set right. */
export interface CorrectedClock {
  now(): Date;
  /** Sets the clock by a refusal's date where it was too far off to sign with; tells whether it was. */
  correct(response: HttpResponse): boolean;
}

/** This machine's clock, until an answer shows that it is wrong. */
export function correctedClock(): CorrectedClock {
  let skew = 0;
  return {
    now: () => new Date(Date.now() + skew),
    correct({ headers }) {
      const found = Date.parse(headers["date"] ?? "") - Date.now();
      if (Number.isNaN(found) || Math.abs(found - skew) < tolerableSkewMilliseconds) return false;
      skew = found;
      return true;
    },
  };
}
