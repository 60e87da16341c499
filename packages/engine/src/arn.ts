/** The parts of an Amazon Resource Name. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty where the resource is of no region. */
  readonly region: string;
  /** Empty where the resource is of no account. */
  readonly accountId: string;
  /** What the service calls it, colons and slashes included. */
  readonly resource: string;
}

/** Takes an ARN apart; undefined for a text that is none. */
export function parseArn(arn: string): Arn | undefined {
  const [prefix, partition, service, region, accountId, ...resource] = arn.split(":");
  if (prefix !== "arn" || partition === undefined || service === undefined) return undefined;
  if (region === undefined || accountId === undefined || resource.length === 0) return undefined;
  return { partition, service, region, accountId, resource: resource.join(":") };
}
