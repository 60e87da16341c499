import { didYouMean, error, warning } from "./entry.ts";

export interface Named {
  readonly name: string;
}

/** What can be wrong with a configuration whose syntax is right. */
export const modelCatalog = {
  "unknown-block": error<Named & { parent: string; near: string | undefined; allowed: readonly string[] }>(
    ({ name, parent }) => `There is no block "${name}" in ${within(parent)}`,
    ({ near, allowed }) => `${allowedHere(allowed)}${didYouMean(near)}`,
  ),
  "unknown-attribute": error<Named & { block: string; near: string | undefined; allowed: readonly string[] }>(
    ({ name, block }) => `There is no attribute "${name}" in ${within(block)}`,
    ({ near, allowed }) => `${allowedHere(allowed)}${didYouMean(near)}`,
  ),
  "attribute-should-be-block": error<Named>(
    ({ name }) => `"${name}" is a block, not an attribute`,
    ({ name }) => `Write ${name} { … } without "=".`,
  ),
  "block-should-be-attribute": error<Named>(
    ({ name }) => `"${name}" is an attribute, not a block`,
    ({ name }) => `Write ${name} = … with "=".`,
  ),
  "missing-attribute": error<Named & { block: string; doc: string }>(
    ({ name, block }) => `The "${block}" block needs the attribute "${name}"`,
    ({ name, doc }) => `Add ${name} = … to the block. ${doc}`,
  ),
  "missing-block": error<Named & { parent: string; doc: string }>(
    ({ name, parent }) => `${sentence(within(parent))} needs a "${name}" block`,
    ({ name, doc }) => `Add ${name} { … }. ${doc}`,
  ),
  "repeated-block": error<Named & { parent: string }>(
    ({ name, parent }) => `${sentence(within(parent))} can have only one "${name}" block`,
    () => "Take one of the two out, or put them together.",
  ),
  "wrong-labels": error<{ block: string; found: number; labels: readonly string[] }>(
    ({ block, found, labels }) => `A "${block}" block takes ${counted(labels.length, "label")}, not ${found}`,
    ({ block, labels }) =>
      `Write ${[block, ...labels.map((label) => `"${label.toUpperCase()}"`)].join(" ")} { … }.`,
  ),
  "invalid-label": error<{ block: string; label: string; allowed: string }>(
    ({ block, label }) => `${label} cannot be the label of "${block}"`,
    ({ allowed }) => `It must be ${allowed}.`,
  ),
  "null-value": error<Named>(
    ({ name }) => `"${name}" must not be null`,
    () => "It is required: give it a value.",
  ),
  "null-element": error<Named>(
    ({ name }) => `"${name}" must not hold null`,
    () => "Give the element a value, or leave it out: compact() and a for-expression with if can.",
  ),
  "wrong-type": error<Named & { reason: string }>(
    ({ name }) => `The value of "${name}" is of the wrong type`,
    ({ reason }) => `${sentence(reason)}.`,
  ),
  "invalid-value": error<Named & { found: string; allowed: string }>(
    ({ name }) => `Not a valid value for ${name}`,
    ({ found, allowed }) => `Found ${found}; it must be ${allowed}.`,
  ),
  "wrong-count": error<Named & { found: number; minimum: number; maximum: number }>(
    ({ name, found }) => `"${name}" has ${counted(found, "element")}`,
    ({ minimum, maximum }) =>
      minimum === 0 ? `At most ${maximum} are allowed.` : `${minimum} to ${maximum} are allowed.`,
  ),
  "repeated-name": error<Named & { what: string }>(
    ({ name, what }) => `${sentence(what)} "${name}" is defined twice`,
    () => "Each needs a name of its own within the configuration, whichever file it stands in.",
  ),
  "sensitive-for-each": error(
    () => "for_each must not be sensitive",
    () => "Its keys are shown in addresses. Use keys that may be seen, or nonsensitive() where it is safe.",
  ),
  "sensitive-name": error<Named>(
    ({ name }) => `"${name}" must not be sensitive`,
    () =>
      "Plans, comments and journals call things by it. Use a value that may be seen: nonsensitive() where it was declared sensitive and is safe, a variable in place of env().",
  ),
  "sensitive-address": error<Named>(
    ({ name }) => `"${name}" must not be sensitive`,
    () =>
      "It is an address that is asked: who answers there, or looks its name up, learns it. Use a value that may be seen: nonsensitive() where it was declared sensitive and is safe, a variable in place of env().",
  ),
  "wrong-for-each": error<{ found: string }>(
    () => "for_each takes a map or a set of strings",
    ({ found }) => `Found ${found}. A list of strings becomes a set with toset([…]).`,
  ),
  "circular-locals": error<{ names: readonly string[] }>(
    () => "Locals refer to each other in a circle",
    ({ names }) =>
      `The circle is ${names.map((name) => `local.${name}`).join(" → ")}. Give one of them a value of its own.`,
  ),
  "unknown-local": error<Named & { near: string | undefined }>(
    ({ name }) => `There is no local "${name}"`,
    ({ near }) => `Define it in a locals block.${didYouMean(near)}`,
  ),
  "missing-variable": error<Named & { doc: string | undefined }>(
    ({ name }) => `Variable "${name}" has no value`,
    ({ name, doc }) =>
      `${doc === undefined ? "" : `It is: ${doc} `}Give it with --var '${name}=…', in a --var-file or wf.wfvars.hcl, or as WF_VAR_${name} in the environment; or give it a default.`,
  ),
  "variable-is-null": error<Named>(
    ({ name }) => `Variable "${name}" must not be null`,
    () => "It says nullable = false: give it a value, or a default that is not null.",
  ),
  "undeclared-variable": error<Named & { near: string | undefined }>(
    ({ name }) => `There is no variable "${name}"`,
    ({ name, near }) =>
      `--var gives a value to a variable that the configuration does not declare.${didYouMean(near)} To declare it, write variable "${name}" {}.`,
  ),
  "undeclared-variable-in-file": warning<Named & { near: string | undefined }>(
    ({ name }) => `There is no variable "${name}"`,
    ({ near }) =>
      `The value is not used, because the configuration does not declare the variable.${didYouMean(near)}`,
  ),
  "confidential-mistake": error<{ name: string | undefined }>(
    ({ name }) =>
      name === undefined
        ? "This file of values cannot be read from here on"
        : `The value of variable "${name}" cannot be read`,
    ({ name }) =>
      `${name === undefined ? "The file gives values to sensitive variables" : "The variable is sensitive"}, so no more is shown of what is wrong. A value is written as in a configuration, without references and functions: strings stand in double quotes, lists in [ … ].`,
  ),
  "block-in-variable-file": error(
    () => "A file of values holds no blocks",
    () => "Write NAME = value, one a line; blocks belong in a *.wf.hcl file.",
  ),
  "wrong-variable-type": error<Named & { reason: string }>(
    ({ name }) => `The value of variable "${name}" does not fit its type`,
    ({ reason }) => `${sentence(reason)}.`,
  ),
  "condition-not-bool": error(
    () => "A condition must be true or false",
    () => "Write a comparison, or a function such as can() or contains().",
  ),
  "validation-failed": error<Named & { message: string | undefined }>(
    ({ name }) => `The value of variable "${name}" is not valid`,
    ({ message }) => message ?? "Its validation's error message is sensitive or not known, and not shown.",
  ),
  "assertion-failed": error<{ message: string | undefined }>(
    () => "An assertion of the workforce does not hold",
    ({ message }) => message ?? "Its error message is sensitive or not known, and not shown.",
  ),
  "sensitive-output": error<Named>(
    ({ name }) => `Output "${name}" is made of a sensitive value`,
    () =>
      "Say sensitive = true in the output, so that it is kept from being shown, or do not refer to the value.",
  ),
  "no-configuration": error<{ directory: string }>(
    ({ directory }) => `There is no configuration in ${directory}`,
    () =>
      "A configuration is every *.wf.hcl file of a directory. Run wf init to write a first one, or name another directory with -C.",
  ),
  "unreadable-file": error<{ path: string; reason: string }>(
    ({ path }) => `${path} cannot be read`,
    ({ reason }) => `${reason}.`,
  ),
  "invalid-version-constraint": error<{ constraint: string }>(
    () => "Not a version constraint",
    ({ constraint }) => `Found ${constraint}; write it such as ">= 0.1.0", "~> 1.2" or ">= 0.1.0, < 2.0.0".`,
  ),
  "version-not-allowed": error<{ constraint: string; version: string }>(
    ({ version }) => `This configuration does not allow wf ${version}`,
    ({ constraint }) =>
      `It says required_version = ${constraint}. Use such a version, or widen the constraint.`,
  ),
  "no-identity-provider": error(
    () => "The workforce has no identity provider",
    () =>
      'Add exactly one of oidc_config { … } and cognito_config { … }; or say manage = "teams" for a workforce of someone else\'s.',
  ),
  "two-identity-providers": error(
    () => "The workforce has two identity providers",
    () => "AWS takes exactly one of oidc_config and cognito_config: take one of them out.",
  ),
  "teams-only-with-provider": error<{ block: string }>(
    ({ block }) => `manage = "teams" goes without ${block}`,
    () =>
      "The workforce belongs to someone else, who sets its identity provider. Take the block out, or drop manage.",
  ),
  "teams-only-attribute": error<Named>(
    ({ name }) => `manage = "teams" goes without ${name}`,
    () =>
      "The workforce belongs to someone else, and only its work teams are planned. Take it out, or drop manage.",
  ),
  "user-pool-elsewhere": error<{ pool: string; region: string }>(
    ({ region }) => `The user pool is not in ${region}`,
    ({ pool, region }) => `Its id says ${pool}; AWS wants the pool in the workforce's own region, ${region}.`,
  ),
  "ipv6-needs-dualstack": error(
    () => "IPv6 ranges need a dualstack workforce",
    () => 'Add ip_address_type = "dualstack" to the workforce, or take the IPv6 ranges out.',
  ),
  "too-many-workteams": error<{ found: number; maximum: number }>(
    ({ found }) => `The workforce has ${found} work teams`,
    ({ maximum }) => `AWS allows ${maximum} per account and region.`,
  ),
  "repeated-workteam": error<Named & { several: boolean }>(
    ({ name }) => `Two work teams are named ${name}`,
    ({ several }) =>
      several
        ? "Names are unique per account and region: under for_each, make each team's name out of each.key."
        : "Names are unique per account and region: give one of them another label or name.",
  ),
  "reserved-tag": error<{ key: string }>(
    ({ key }) => `The tag ${key} is reserved`,
    () => "Keys that begin with aws: are AWS's, and with wf: ours. Choose another key.",
  ),
  "not-an-account": error<{ known: readonly string[] }>(
    () => "account takes a reference to an account block",
    ({ known }) => `Write it without quotes, such as account.${known[0] ?? "prod"}.`,
  ),
  "unknown-account": error<Named & { near: string | undefined; known: readonly string[] }>(
    ({ name }) => `There is no account "${name}"`,
    ({ name, near, known }) =>
      known.length === 0
        ? `Define it with account "${name}" { … }.`
        : `Defined are: ${known.join(", ")}.${didYouMean(near)}`,
  ),
  "two-workforces-in-region": error<{ region: string; account: string | undefined }>(
    ({ region, account }) =>
      `Two workforces in ${region}${account === undefined ? "" : ` of account.${account}`}`,
    () =>
      "AWS keeps at most one private workforce per account and region: change the region or the account of one of them.",
  ),
  "not-ignorable": error<
    Named & {
      near: string | undefined;
      /** It could be, but for its quotes. */
      bare: boolean;
      allowed: readonly string[];
      except: readonly string[];
    }
  >(
    ({ name, bare }) =>
      bare ? `ignore_changes takes "${name}" without quotes` : `Changes of "${name}" cannot be ignored`,
    ({ name, near, bare, allowed, except }) =>
      bare
        ? `Write ${name}, as a reference is written.`
        : `Allowed are ${allowed.join(", ")}, and attributes within those blocks, but for ${except.join(" and ")}, which have no live value.${didYouMean(near)}`,
  ),
  "unknown-region": warning<{ region: string; near: string | undefined }>(
    ({ region }) => `"${region}" is no region that this version of wf knows`,
    ({ near }) => `It may be newer than this release; AWS will say.${didYouMean(near)}`,
  ),
  "open-to-everyone": warning<{ cidr: string }>(
    ({ cidr }) => `${cidr} lets everyone in`,
    () => "An allow list that holds it is no list: take source_ip_config out if that is meant.",
  ),
  "host-bits": warning<{ cidr: string; network: string }>(
    ({ cidr }) => `${cidr} has bits set beyond its prefix`,
    ({ network }) =>
      `It stands for the range ${network}: write that, or a longer prefix if one address is meant.`,
  ),
  "repeated-range": warning<{ again: string; before: string }>(
    ({ again, before }) => `${again} is the same range as ${before}`,
    () => "It changes nothing, and takes one of the ten places.",
  ),
  "range-inside-range": warning<{ inner: string; outer: string }>(
    ({ inner, outer }) => `${inner} lies inside ${outer}`,
    () => "It changes nothing, and takes one of the ten places.",
  ),
  "source-ip-beside-vpc": warning(
    () => "source_ip_config beside workforce_vpc_config closes the public portal to all but its ranges",
    () => "Workers inside the VPC are not affected. AWS allows both; take one out if that is not meant.",
  ),
  "scope-without-openid": warning(
    () => "The scope does not ask for openid",
    () =>
      'Without it most identity providers give no ID token, and workers cannot sign in. Write scope = "openid …".',
  ),
  "missing-endpoints": error<{ names: readonly string[] }>(
    ({ names }) => `oidc_config needs ${names.join(", ")}`,
    ({ names }) =>
      `Add ${names.length === 1 ? "it" : "them"}, or say discover = true to take what is not written from the issuer's discovery document.`,
  ),
  "secret-not-sensitive": warning(
    () => "The client secret comes from what is not sensitive",
    () =>
      'Where else its source is used, it is shown. Give its variable sensitive = true, or use env("NAME").',
  ),
  "secret-in-configuration": warning(
    () => "The client secret is written out in the configuration",
    () => 'Whoever reads the file has it. Use a variable with sensitive = true, or env("NAME").',
  ),
};

function within(type: string): string {
  return type === "file" ? "the configuration" : `a "${type}" block`;
}

function allowedHere(names: readonly string[]): string {
  return names.length === 0 ? "None are allowed here." : `Allowed here: ${names.join(", ")}.`;
}

function counted(count: number, noun: string): string {
  return count === 0 ? `no ${noun}s` : `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function sentence(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
