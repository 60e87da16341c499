import { type Configuration, quote, sensitiveText, type Workforce } from "@wf/parser";
import {
  type Attributes,
  desiredWorkforceAttributes,
  desiredWorkteamAttributes,
  liveWorkforceAttributes,
  liveWorkteamAttributes,
} from "./attributes.ts";
import { isMasked, printValue } from "./describe-attribute.ts";
import type { LiveRegion, LiveTags, LiveWorkforce } from "./live-state.ts";
import { stackTag } from "./ownership.ts";
import type { TargetPlan } from "./plan-model.ts";
import { withoutTexts } from "./sensitive-texts.ts";

/** What a region holds or a configuration says, path by path, as it may be shown; sensitive values are masked. */
export type StateText = Readonly<Record<string, string>>;

/** A region as it was read. What the configuration calls sensitive is masked in the region too. */
export function describeLive({ live, sensitiveTexts, workforce, workteams }: TargetPlan): StateText {
  const teams = new Map(workteams.map((team) => [team.name, team.sensitive]));
  return {
    ...(live.workforce === undefined
      ? {}
      : {
          ...attributeTexts("workforce", liveWorkforceAttributes(live.workforce), workforce?.sensitive),
          ...circumstances(live.workforce, sensitiveTexts),
        }),
    ...teamTexts(live, teams),
  };
}

/** A configuration, block by block. */
export function describeConfiguration(configuration: Configuration): Readonly<Record<string, StateText>> {
  const { accounts, regions, workforces } = configuration;
  return {
    wf: { regions: list(regions) },
    ...Object.fromEntries(
      accounts.map(({ allowedAccountIds, assumeRole, name, profile }) => [
        `account.${name}`,
        {
          allowed_account_ids: list(allowedAccountIds),
          ...(profile === undefined ? {} : { profile: quote(profile) }),
          ...(assumeRole === undefined ? {} : { "assume_role.role_arn": quote(assumeRole.roleArn) }),
        },
      ]),
    ),
    ...Object.fromEntries(workforces.map((workforce) => [workforce.address, describeBlock(workforce)])),
  };
}

function list(values: readonly string[]): string {
  return `[${values.map(quote).join(", ")}]`;
}

function describeBlock(workforce: Workforce): StateText {
  const own = attributeTexts("", desiredWorkforceAttributes(workforce), workforce.sensitive);
  const teams = workforce.workteams.map((team) =>
    attributeTexts(`workteam.${team.name}`, desiredWorkteamAttributes(team), team.sensitive),
  );
  const { ignoreChanges, preventDestroy } = workforce.lifecycle;
  return {
    ...own,
    region: quote(workforce.region),
    ...(workforce.identityProvider?.kind === "oidc" ? { "oidc_config.client_secret": sensitiveText } : {}),
    ...(preventDestroy ? { "lifecycle.prevent_destroy": "true" } : {}),
    ...(ignoreChanges.size === 0
      ? {}
      : { "lifecycle.ignore_changes": `[${[...ignoreChanges].sort().join(", ")}]` }),
    ...Object.assign({}, ...teams),
  };
}

function circumstances(workforce: LiveWorkforce, hidden: ReadonlySet<string>): StateText {
  const { arn, failureReason, lastUpdatedDate, status, subDomain, tags } = workforce;
  return {
    "workforce.arn": quote(arn),
    "workforce.status": status,
    ...(failureReason === undefined
      ? {}
      : { "workforce.failure_reason": quote(withoutTexts(failureReason, hidden)) }),
    ...(subDomain === undefined ? {} : { "workforce.sub_domain": quote(subDomain) }),
    ...(lastUpdatedDate === undefined ? {} : { "workforce.last_updated": lastUpdatedDate }),
    ...ownerText("workforce", tags),
  };
}

function teamTexts(live: LiveRegion, sensitive: ReadonlyMap<string, ReadonlySet<string>>): StateText {
  const texts = live.workteams
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .map((team) => ({
      ...attributeTexts(`workteam.${team.name}`, liveWorkteamAttributes(team), sensitive.get(team.name)),
      [`workteam.${team.name}.arn`]: quote(team.arn),
      ...ownerText(`workteam.${team.name}`, team.tags),
    }));
  return Object.assign({}, ...texts);
}

function ownerText(prefix: string, tags: LiveTags): StateText {
  if (!tags.readable) return { [`${prefix}.tags`]: "(cannot be read)" };
  const stack = tags.values[stackTag];
  return stack === undefined ? {} : { [`${prefix}.stack`]: quote(stack) };
}

function attributeTexts(
  prefix: string,
  attributes: Attributes,
  sensitive: ReadonlySet<string> = new Set(),
): StateText {
  return Object.fromEntries(
    [...attributes].map(([path, value]) => [
      prefix === "" ? path : `${prefix}.${path}`,
      printValue(value, isMasked(path, sensitive)) ?? "",
    ]),
  );
}
