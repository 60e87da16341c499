import { quote } from "@wf/parser";
import { parseArn } from "./arn.ts";
import { attribute, type BlockItem, configurationText, list } from "./configuration-text.ts";
import type { LiveWorkforce, LiveWorkteam } from "./live-state.ts";
import { ownerOf } from "./ownership.ts";
import { workforceBlock } from "./print-workforce.ts";
import { workforceFacts, workforceNotes } from "./pull-notes.ts";
import { secretVariables, type SecretVariables } from "./pull-secrets.ts";
import { pullWorkteams } from "./pull-workteams.ts";
import { uniqueNames } from "./unique-names.ts";

/** A region that holds a workforce. */
export interface PulledRegion {
  readonly region: string;
  readonly workforce: LiveWorkforce;
  readonly workteams: readonly LiveWorkteam[];
}

/** What a configuration says that no region knows. */
export interface PullOptions {
  readonly stack: string;
  /** The profile that the regions were read with, where one was named. */
  readonly profile: string | undefined;
}

/** A configuration that describes live regions, and what whoever uses it should know. */
export interface PulledConfiguration {
  readonly text: string;
  /** Variables that hold client secrets. */
  readonly secretVariables: readonly string[];
  readonly notes: readonly PullNote[];
}

/** Something to know about one workforce or work team; it stands above its block, too. */
export interface PullNote {
  readonly region: string;
  readonly subject: string;
  readonly message: string;
}

/** The stacks that the workforces of these regions belong to, as far as their tags tell. */
export function ownersOf(regions: readonly PulledRegion[]): readonly string[] {
  const owners = regions.map(({ workforce }) => ownerOf(workforce.tags, ""));
  return [...new Set(owners.flatMap((owner) => (owner.kind === "another-stack" ? [owner.stack] : [])))];
}

/** Writes the configuration that describes these regions, such that a plan of it changes nothing but their owner. */
export function pullConfiguration(
  regions: readonly PulledRegion[],
  { stack, profile }: PullOptions,
): PulledConfiguration {
  const labelled = withLabels(regions);
  const secrets = secretVariables(labelled);
  const account = profile === undefined ? undefined : accountLabel(profile);
  const pulled = labelled.map((each) => pullWorkforce(each, { stack, account, secrets }));
  const text = configurationText([
    { kind: "remarks", lines: headLines(regions) },
    settingsBlock(stack),
    ...secrets.names.map(secretBlock),
    ...(account === undefined ? [] : [accountBlock(account, profile ?? "", regions)]),
    ...pulled.map(({ block }) => block),
  ]);
  return { text, secretVariables: secrets.names, notes: pulled.flatMap(({ notes }) => notes) };
}

interface Labelled extends PulledRegion {
  readonly label: string;
}

/** Labels are the workforces' names; where several regions have one of the same name, with the region. */
function withLabels(regions: readonly PulledRegion[]): readonly Labelled[] {
  const labels = uniqueNames(
    regions.map(({ region, workforce: { name } }) => {
      const alone = regions.filter((each) => each.workforce.name === name).length === 1;
      return alone ? name : `${name}-${region}`;
    }),
  );
  return regions.map((each, index) => ({ ...each, label: labels[index] ?? each.workforce.name }));
}

function pullWorkforce(
  { label, region, workforce, workteams }: Labelled,
  { stack, account, secrets }: { stack: string; account: string | undefined; secrets: SecretVariables },
): { readonly block: BlockItem; readonly notes: readonly PullNote[] } {
  const teams = pullWorkteams(workforce, workteams, stack);
  const messages = [
    ...workforceNotes(workforce, stack),
    ...(teams.tooMany === undefined ? [] : [teams.tooMany]),
  ];
  return {
    block: workforceBlock(workforce, {
      label,
      region,
      account,
      secretVariable: secrets.nameFor(workforce),
      workteams: teams.items,
      remarks: [...messages, ...workforceFacts(workforce)],
    }),
    notes: [
      ...messages.map((message) => ({ region, subject: `workforce ${quote(workforce.name)}`, message })),
      ...teams.notes.map(({ workteam, message }) => ({
        region,
        subject: `work team ${quote(workteam)}`,
        message,
      })),
    ],
  };
}

function headLines(regions: readonly PulledRegion[]): readonly string[] {
  const names = regions.map(({ region }) => region).join(", ");
  const accounts = accountsOf(regions).map((id) => ` of account ${id}`);
  return [`${names}${accounts.join()} as wf pull found ${regions.length === 1 ? "it" : "them"}.`];
}

function settingsBlock(stack: string): BlockItem {
  const items = [
    ...attribute("required_version", quote(">= 0.1.0")),
    ...attribute("stack", quote(stack), "the owner's name, written to live resources as the tag wf:stack"),
  ];
  return { kind: "block", type: "wf", labels: [], items };
}

function secretBlock(name: string): BlockItem {
  return {
    kind: "block",
    type: "variable",
    labels: [name],
    remarks: [`AWS never shows it: give it as WF_VAR_${name}. It is written down nowhere.`],
    items: [...attribute("type", "string"), ...attribute("sensitive", "true")],
  };
}

function accountBlock(label: string, profile: string, regions: readonly PulledRegion[]): BlockItem {
  const items = [
    ...attribute("profile", quote(profile)),
    ...attribute("allowed_account_ids", list(accountsOf(regions))),
  ];
  return { kind: "block", type: "account", labels: [label], items };
}

/** The accounts that the workforces are in, by their ARNs. */
function accountsOf(regions: readonly PulledRegion[]): readonly string[] {
  const ids = regions.map(({ workforce }) => parseArn(workforce.arn)?.accountId ?? "");
  return [...new Set(ids.filter((id) => /^\d{12}$/.test(id)))];
}

/** A label that can be referred to as `account.LABEL`. */
function accountLabel(profile: string): string {
  const name = profile.replaceAll(/[^a-zA-Z0-9_-]+/g, "-").replace(/^[^a-zA-Z_]+/, "");
  return name === "" ? "main" : name;
}
