/** A configuration of so many work teams, 25 in each workforce, by `for_each` over regions and locals. */
export function teamsConfiguration(teams: number): string {
  const accounts = Math.ceil(teams / (25 * regions.length));
  const blocks = Array.from({ length: accounts }, (_, index) => account(index));
  return `wf {
  stack = "teams"
}

locals {
  regions = toset(${JSON.stringify(regions)})
  sites   = ["Graz", "Leoben", "Bruck", "Mürzzuschlag", "Judenburg"]
  skills  = ["CT", "MRI", "X-ray", "Ultrasound", "Mammography"]
  teams = merge([
    for site in local.sites : {
      for skill in local.skills : lower("\${site}-\${skill}") => {
        description = "Labels \${skill} scans in \${site}"
        groups      = [lower(skill), lower(site), "everyone"]
      }
    }
  ]...)
}
${blocks.join("")}`;
}

const regions = [
  "us-east-1",
  "us-east-2",
  "us-west-2",
  "eu-west-1",
  "eu-west-2",
  "eu-central-1",
  "ap-northeast-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
];

function account(index: number): string {
  return `
account "a${index}" {
  allowed_account_ids = ["${String(111_122_223_333 + index)}"]
}

workforce "w${index}" {
  for_each = local.regions
  account  = account.a${index}
  region   = each.value

  cognito_config {
    user_pool = "\${each.value}_Ex4mpl${index}"
    client_id = "2f6rkd0v9example${index}"
  }

  workteam "team" {
    for_each    = local.teams
    name        = replace(each.key, "ü", "ue")
    description = each.value.description
    groups      = each.value.groups
    tags        = { Site = split("-", each.key)[0] }
  }
}
`;
}
