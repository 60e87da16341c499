# eu-west-1 of account 123456789012 as wf pull found it.

wf {
  required_version = ">= 0.1.0"
  stack            = "imaging" # the owner's name, written to live resources as the tag wf:stack
}

# AWS never shows it: give it as WF_VAR_client_secret. It is written down nowhere.
variable "client_secret" {
  type      = string
  sensitive = true
}

account "sites" {
  profile             = "2 sites"
  allowed_account_ids = ["123456789012"]
}

# Active; made on 2026-03-01.
# Workers sign in at https://savanna.labeling.eu-west-1.sagemaker.aws
workforce "radiology" {
  account         = account.sites
  region          = "eu-west-1"
  ip_address_type = "dualstack"
  tags = {
    cost-center = "imaging"
    "for"       = "x-rays"
  }

  oidc_config {
    client_id              = "sagemaker"
    client_secret          = var.client_secret
    issuer                 = "https://idp.radiology.example"
    authorization_endpoint = "https://idp.radiology.example/authorize"
    token_endpoint         = "https://idp.radiology.example/token"
    user_info_endpoint     = "https://idp.radiology.example/userinfo"
    logout_endpoint        = "https://idp.radiology.example/logout"
    jwks_uri               = "https://idp.radiology.example/keys"
    scope                  = "openid profile groups"
    authentication_request_extra_params = {
      prompt       = "login"
      "ui locales" = "de"
    }
  }

  source_ip_config {
    cidrs = ["203.0.113.7/24", "2001:db8::/32"]
  }

  workforce_vpc_config {
    vpc_id             = "vpc-1a"
    security_group_ids = ["sg-1a", "sg-2b"]
    subnets            = ["subnet-1a"]
  }

  workteam "readers" {
    description = "Reads \"first\" for $${5}%%{if} €"
    groups = [
      "radiology-readers-0",
      "radiology-readers-1",
      "radiology-readers-2",
      "radiology-readers-3",
      "radiology-readers-4",
      "radiology-readers-5",
      "radiology-readers-6",
      "radiology-readers-7",
      "radiology-readers-8",
      "radiology-readers-9",
    ]
    notification_topic_arn = "arn:aws:sns:eu-west-1:123456789012:reads"
    tags                   = { shift = "early" }

    worker_access {
      source_ip = "Enabled"
    }
  }
}
