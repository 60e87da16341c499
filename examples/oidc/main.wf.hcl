wf {
  required_version = ">= 0.1.0"
  stack            = "labeling"
}

variable "name" {
  type        = string
  default     = "radiology"
  description = "The workforce's name; changing it deletes and creates the workforce."
}

variable "client_secret" {
  type        = string
  sensitive   = true
  description = "The secret of the identity provider's client."
}

locals {
  idp = "https://idp.example.com"
}

workforce "radiology" {
  region = "us-east-1"
  name   = var.name

  oidc_config {
    client_id              = "sagemaker"
    client_secret          = var.client_secret
    issuer                 = local.idp
    authorization_endpoint = "${local.idp}/authorize"
    token_endpoint         = "${local.idp}/token"
    user_info_endpoint     = "${local.idp}/userinfo"
    logout_endpoint        = "${local.idp}/logout"
    jwks_uri               = "${local.idp}/jwks"
    scope                  = "openid profile groups"
  }

  source_ip_config {
    cidrs = ["203.0.113.0/24"]
  }

  tags = { cost-center = "imaging" }

  workteam "readers" {
    description = "First reads"
    groups      = ["radiology-readers"]
  }

  workteam "reviewers" {
    description = "Second reads of what the readers disagree on"
    groups      = ["radiology-reviewers", "radiology-leads"]
  }
}

output "portal" {
  value       = "https://${workforce.radiology.sub_domain}"
  description = "Where workers sign in."
}

output "redirect_uri" {
  value       = workforce.radiology.redirect_uri
  description = "What the identity provider must allow."
}
