import { partition } from "../partition.ts";

/** The parts of an ARN that name a workforce or work team. */
export interface ResourceArn {
  readonly account: string;
  readonly region: string;
  /** `workforce`, `workteam`, or any other kind of SageMaker resource. */
  readonly kind: string;
  /** What stands after the kind: `NAME` or `private-crowd/NAME`. */
  readonly path: string;
}

interface Place {
  readonly account: string;
  readonly region: string;
}

/** The ARN of the private workforce. */
export function workforceArn(place: Place, name: string): string {
  return `${prefix(place)}:workforce/${name}`;
}

/** The ARN of a vendor's workforce: not documented, formed like the ARNs of vendors' work teams. */
export function vendorWorkforceArn(place: Place, name: string): string {
  return `${prefix(place)}:workforce/vendor-crowd/${name}`;
}

/** The ARN of a private work team: the same each time a team is made under the name. */
export function workteamArn(place: Place, name: string): string {
  return `${prefix(place)}:workteam/private-crowd/${name}`;
}

/** The ARN of an A2I flow definition. */
export function flowDefinitionArn(place: Place, name: string): string {
  return `${prefix(place)}:flow-definition/${name}`;
}

/** Takes an ARN of SageMaker apart; undefined if it is none. */
export function parseArn(arn: string): ResourceArn | undefined {
  const match = /^arn:aws[a-z-]*:sagemaker:([a-z0-9-]*):(\d{12}):([a-z-]+)\/(.+)$/.exec(arn);
  const [, region, account, kind, path] = match ?? [];
  if (region === undefined || account === undefined || kind === undefined || path === undefined)
    return undefined;
  return { account, region, kind, path };
}

function prefix({ account, region }: Place): string {
  return `arn:${partition(region)}:sagemaker:${region}:${account}`;
}
