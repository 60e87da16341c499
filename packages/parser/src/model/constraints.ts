import ipaddr from "ipaddr.js";
import { isIdentifier } from "../syntax/identifier.ts";
import { durationMilliseconds } from "./duration.ts";
import type { TextConstraint } from "./schema.ts";

// Every constraint here is AWS's own, from the shapes of the SageMaker API (2017-07-24) unless said otherwise. V8 takes half
// a millisecond to read a pattern with classes of Unicode, so those are checks, read when they are first asked.

export const workforceName: TextConstraint = {
  allowed: "1 to 63 letters, digits and hyphens, the first of them no hyphen",
  pattern: /^[a-zA-Z0-9][a-zA-Z0-9-]{0,62}$/,
};

export const workteamName: TextConstraint = {
  allowed: "1 to 63 letters, digits and hyphens, the first and last of them no hyphen",
  pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/,
  maximum: 63,
};

export const userPool: TextConstraint = {
  allowed: "a Cognito user pool's id, such as eu-west-1_a1B2c3D4e",
  pattern: /^[\w-]+_[0-9a-zA-Z]+$/,
  maximum: 55,
};

/** Secrets have the same shape. */
export const clientId: TextConstraint = {
  allowed: "1 to 1024 printable ASCII characters",
  pattern: /^[ -~]+$/,
  maximum: 1024,
};

export const oidcEndpoint: TextConstraint = {
  allowed: "an address that begins with https://, without spaces, of at most 500 characters",
  pattern: /^https:\/\/\S+$/,
  maximum: 500,
};

export const scope: TextConstraint = {
  allowed:
    "words of printable ASCII without quotes and backslashes, one space between them, at most 1024 characters in all",
  pattern: /^[!#-[\]-~]+( [!#-[\]-~]+)*$/,
  maximum: 1024,
};

export const extraParameter: TextConstraint = {
  allowed: "one line of at most 512 characters",
  pattern: /^.*$/,
  maximum: 512,
};

/** AWS wants the prefix length, and its pattern takes no IPv4 address inside an IPv6 one. */
export const cidr: TextConstraint = {
  allowed: "an IPv4 or IPv6 range with its prefix length, such as 203.0.113.0/24 or 2001:db8::/32",
  minimum: 4,
  maximum: 64,
  check: (text) =>
    /\/(0|[1-9]\d{0,2})$/.test(text) &&
    (text.includes(":")
      ? !/[.%]/.test(text) && ipaddr.IPv6.isValidCIDR(text)
      : ipaddr.IPv4.isValidCIDRFourPartDecimal(text)),
};

export const vpcId: TextConstraint = {
  allowed: "a VPC's id, such as vpc-0a1b2c3d",
  pattern: /^vpc-[0-9a-z]+$/,
  maximum: 32,
};

export const subnetId: TextConstraint = {
  allowed: "a subnet's id, such as subnet-0a1b2c3d",
  pattern: /^subnet-[0-9a-z]+$/,
  maximum: 32,
};

export const securityGroupId: TextConstraint = {
  allowed: "a security group's id, such as sg-0a1b2c3d",
  pattern: /^sg-[0-9a-z]+$/,
  maximum: 32,
};

export const ipAddressType: TextConstraint = {
  allowed: 'one of "ipv4" and "dualstack"',
  values: ["ipv4", "dualstack"],
};

export const enabledOrDisabled: TextConstraint = {
  allowed: 'one of "Enabled" and "Disabled"',
  values: ["Enabled", "Disabled"],
};

export const description: TextConstraint = {
  allowed: "one line of 1 to 200 characters",
  pattern: /^.+$/,
  maximum: 200,
};

/** The longest of the two kinds; the rule on groups knows that OIDC groups are shorter. */
export const group: TextConstraint = {
  allowed: "1 to 63 characters for an OIDC group, 128 for a Cognito one, without spaces",
  check: (text) => /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u.test(text),
  maximum: 128,
};

/** A group of an OIDC member definition; a Cognito user group may be longer. */
export const oidcGroup: TextConstraint = {
  ...group,
  allowed: "an OIDC group of 1 to 63 characters, without spaces",
  maximum: 63,
};

export const topicArn: TextConstraint = {
  allowed: "an SNS topic's ARN, such as arn:aws:sns:eu-west-1:123456789012:labeling",
  pattern: /^arn:aws[a-z-]*:sns:[a-z0-9-]*:[0-9]{12}:[a-zA-Z0-9_.-]*$/,
};

export const tagKey: TextConstraint = {
  allowed: "1 to 128 letters, digits, spaces and any of _.:/=+-@",
  check: (text) => /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u.test(text),
  maximum: 128,
};

export const tagValue: TextConstraint = {
  allowed: "at most 256 letters, digits, spaces and any of _.:/=+-@",
  check: (text) => /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(text),
  maximum: 256,
};

/** The stack's name is a tag's value. */
export const stackName: TextConstraint = {
  ...tagValue,
  minimum: 1,
  allowed: `1 to 256 letters, digits, spaces and any of _.:/=+-@`,
};

export const regionName: TextConstraint = {
  allowed: "a region's name, such as eu-west-1",
  pattern: /^[a-z][a-z0-9-]{1,40}$/,
};

export const accountId: TextConstraint = { allowed: "an AWS account's id of 12 digits", pattern: /^\d{12}$/ };

/** IAM's pattern for a role's ARN. */
export const roleArn: TextConstraint = {
  allowed: "a role's ARN, such as arn:aws:iam::123456789012:role/wf",
  pattern: /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
  minimum: 20,
  maximum: 2048,
};

/** STS's pattern for a session's name. */
export const sessionName: TextConstraint = {
  allowed: "2 to 64 letters, digits and any of _+=,.@-",
  pattern: /^[\w+=,.@-]+$/,
  minimum: 2,
  maximum: 64,
};

/** STS's pattern for an external id. */
export const externalId: TextConstraint = {
  allowed: "2 to 1224 letters, digits and any of _+=,.@:/-",
  pattern: /^[\w+=,.@:/-]+$/,
  minimum: 2,
  maximum: 1224,
};

/** How long a wait may be; it is our own. */
export const duration: TextConstraint = {
  allowed: "a time such as 90s, 30m or 1h30m, from 1s to 24h",
  check: (text) => lasts(text, 1, 24 * 3600),
};

/** STS's limits for a session. */
export const sessionDuration: TextConstraint = {
  allowed: "a time such as 15m or 1h, from 15m to 12h",
  check: (text) => lasts(text, 900, 12 * 3600),
};

function lasts(text: string, least: number, most: number): boolean {
  const milliseconds = durationMilliseconds(text);
  return milliseconds !== undefined && milliseconds >= least * 1000 && milliseconds <= most * 1000;
}

export const endpointUrl: TextConstraint = {
  allowed: "an address that begins with http:// or https://, such as http://127.0.0.1:4566",
  maximum: 2048,
  check: (text) => /^https?:\/\/[^\s/?#]/i.test(text) && !/\s/.test(text) && URL.canParse(text),
};

/** So that it can be referred to. */
export const identifier: TextConstraint = {
  allowed: "a name of letters, digits, underscores and hyphens that does not begin with a digit or a hyphen",
  check: isIdentifier,
};
