wf {
  required_version = ">= 0.1.0"
  stack            = "records"
}

variable "client_secret" {
  type      = string
  sensitive = true
}

locals {
  idp = "https://login.example.com/oauth2"
}

workforce "records" {
  region          = "eu-central-1"
  ip_address_type = "dualstack"

  oidc_config {
    client_id              = "labeling-portal"
    client_secret          = var.client_secret
    issuer                 = local.idp
    authorization_endpoint = "${local.idp}/authorize"
    token_endpoint         = "${local.idp}/token"
    user_info_endpoint     = "${local.idp}/userinfo"
    logout_endpoint        = "${local.idp}/logout"
    jwks_uri               = "${local.idp}/keys"
    scope                  = "openid profile email groups"

    authentication_request_extra_params = {
      prompt = "login"
    }
  }

  # Workers reach the portal from inside this network only.
  workforce_vpc_config {
    vpc_id             = "vpc-0a1b2c3d4e5f60718"
    subnets            = ["subnet-0aa11bb22cc33dd44", "subnet-0ee55ff66aa77bb88"]
    security_group_ids = ["sg-0123456789abcdef0"]
  }

  # A workforce in a VPC takes AWS about six minutes; more than that is a failure.
  timeouts {
    create = "20m"
    update = "20m"
    delete = "20m"
  }

  lifecycle {
    prevent_destroy = true
  }

  workteam "archivists" {
    description = "Reads scanned records"
    groups      = ["archivists"]

    worker_access {
      vpc_source_ip = "Enabled"
    }
  }
}
