/** The partition of AWS that a region belongs to, told by its prefix: accounts and credentials are of one partition. */
export function partition(region: string): string {
  const [, name] = partitions.find(([start]) => region.startsWith(start)) ?? [];
  return name ?? "aws";
}

const partitions = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["us-iso-", "aws-iso"],
  ["us-isob-", "aws-iso-b"],
  ["eusc-", "aws-eusc"],
] as const;
