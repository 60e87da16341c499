/** Camera traps in five regions: the configuration of the pictures. */
export const fleet = `wf {
  stack = "wildlife"
}

variable "name" {
  type    = string
  default = "traps"
}

workforce "traps" {
  for_each = toset(["ap-southeast-2", "eu-central-1", "eu-west-1", "sa-east-1", "us-west-2"])
  region   = each.value
  name     = var.name

  cognito_config {
    user_pool = "\${each.value}_Wild1ife"
    client_id = "4example5client6id"
  }

  source_ip_config {
    cidrs = ["203.0.113.0/24"]
  }

  workteam "trackers" {
    description = "Says which animals a trap has seen"
    groups      = ["trackers"]
  }

  workteam "botanists" {
    description = "Says what grows around a trap"
    groups      = ["botanists"]
  }
}
`;
