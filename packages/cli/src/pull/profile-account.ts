import { type Account, span } from "@wf/parser";

/** The account that a profile of the AWS configuration files stands for. */
export function profileAccount(profile: string): Account {
  return {
    name: profile,
    profile,
    allowedAccountIds: [],
    assumeRole: undefined,
    endpoints: {},
    maxAttempts: undefined,
    span: span({ name: "--profile", text: profile }, 0, profile.length),
  };
}
