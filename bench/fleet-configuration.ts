/** What a fleet is made of: accounts of AWS with 25 regions each, by profile, and a workforce with one team in each. */
export interface Fleet {
  readonly configuration: string;
  /** AWS's own file of credentials: a profile an account. */
  readonly credentials: string;
}

/** The regions of each account. */
export const fleetRegions: readonly string[] = [
  "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3",
  "ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3",
  "ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1",
  "eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3",
  "sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2",
].flatMap((line) => line.split(" "));

/** So many regions, so many in each account; the variable `name` names every workforce's first half. */
export function fleetOf(count: number, inEach: number = fleetRegions.length): Fleet {
  const accounts = Array.from({ length: Math.ceil(count / inEach) }, (_, index) => index);
  const blocks = accounts.map((index) =>
    account(index, fleetRegions.slice(0, Math.min(inEach, count - index * inEach))),
  );
  return {
    configuration: `wf {\n  stack = "fleet"\n}\n\nvariable "name" {\n  default = "labeling"\n}\n${blocks.join("")}`,
    credentials: accounts.map(credentials).join(""),
  };
}

/** The emulator takes a key of twelve digits for the account's id. */
function credentials(index: number): string {
  return `[a${index}]\naws_access_key_id = ${100_000_000_000 + index}\naws_secret_access_key = bench\n\n`;
}

function account(index: number, names: readonly string[]): string {
  return `
account "a${index}" {
  profile = "a${index}"
}

workforce "w${index}" {
  for_each = toset(${JSON.stringify(names)})
  name     = "\${var.name}-${index}"
  account  = account.a${index}
  region   = each.value

  cognito_config {
    user_pool = "\${each.value}_Bench01"
    client_id = "bench"
  }

  workteam "readers" {
    description = "First reads"
    groups      = ["readers"]
  }
}
`;
}
