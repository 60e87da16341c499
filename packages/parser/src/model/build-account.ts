import { blockOf, type DecodedBlock, numberOf, textOf, textsOf } from "./decoded.ts";
import { durationMilliseconds } from "./duration.ts";
import type { Account } from "./workforce-model.ts";

/** The typed account of a decoded block. */
export function buildAccount(block: DecodedBlock): Account {
  const role = blockOf(block, "assume_role");
  const duration = durationMilliseconds(textOf(role, "duration"));
  const endpoints = blockOf(block, "endpoints");
  return {
    name: block.labels[0] ?? "",
    profile: textOf(block, "profile"),
    allowedAccountIds: textsOf(block, "allowed_account_ids"),
    assumeRole:
      role === undefined
        ? undefined
        : {
            roleArn: textOf(role, "role_arn") ?? "",
            externalId: textOf(role, "external_id"),
            sessionName: textOf(role, "session_name"),
            durationSeconds: duration === undefined ? undefined : duration / 1000,
          },
    endpoints: Object.fromEntries(
      [...(endpoints?.attributes.keys() ?? [])].flatMap((service) => {
        const address = textOf(endpoints, service);
        return address === undefined ? [] : [[service, address]];
      }),
    ),
    maxAttempts: numberOf(block, "max_attempts"),
    span: block.header,
  };
}
