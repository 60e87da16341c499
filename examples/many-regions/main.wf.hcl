wf {
  required_version = ">= 0.1.0"
  stack            = "road-signs"
}

variable "client_secret" {
  type      = string
  sensitive = true
}

variable "regions" {
  description = "Each region and the offices that label there, by the address ranges that they come from."
  type = map(object({
    offices = list(string)
    teams   = optional(set(string), ["labelers"])
  }))

  validation {
    condition     = length(var.regions) > 0
    error_message = "Name at least one region."
  }
}

locals {
  idp = "https://idp.example.com"
}

workforce "road-signs" {
  for_each = var.regions

  region = each.key
  name   = "road-signs-${each.key}"

  oidc_config {
    client_id              = "sagemaker-${each.key}"
    client_secret          = var.client_secret
    issuer                 = local.idp
    authorization_endpoint = "${local.idp}/authorize"
    token_endpoint         = "${local.idp}/token"
    user_info_endpoint     = "${local.idp}/userinfo"
    logout_endpoint        = "${local.idp}/logout"
    jwks_uri               = "${local.idp}/jwks"
  }

  source_ip_config {
    cidrs = each.value.offices
  }

  workteam "team" {
    for_each = each.value.teams

    name        = each.key
    description = "Road signs: ${each.key}"
    groups      = ["road-signs-${each.key}"]
  }
}

output "portals" {
  value = { for region, workforce in workforce.road-signs : region => workforce.sub_domain }
}
