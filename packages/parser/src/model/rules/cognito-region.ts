import { diagnostic } from "../../text/diagnostic.ts";
import { blockOf, placeOf, shownText, textOf } from "../decoded.ts";
import { isPoolOf } from "../user-pool-region.ts";
import type { WorkforceRule } from "./rule.ts";

/** A user pool's id begins with its region, and AWS wants the pool in the workforce's own. */
export const cognitoRegion: WorkforceRule = (workforce) => {
  const cognito = blockOf(workforce, "cognito_config");
  const pool = textOf(cognito, "user_pool");
  const region = textOf(workforce, "region");
  if (cognito === undefined || pool === undefined || region === undefined || isPoolOf(pool, region))
    return [];
  const poolRegion = pool.slice(0, pool.lastIndexOf("_"));
  return [
    diagnostic("user-pool-elsewhere", placeOf(cognito, "user_pool"), {
      pool: shownText(cognito, "user_pool", poolRegion),
      region: shownText(workforce, "region", region),
    }),
  ];
};
