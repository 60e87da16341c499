wf {
  required_version = ">= 0.1.0"
  stack            = "wildlife"
}

workforce "wildlife" {
  region = "eu-west-1"

  cognito_config {
    user_pool = "eu-west-1_Wild1ife"
    client_id = "4example5client6id"
  }

  source_ip_config {
    cidrs = ["198.51.100.0/24", "203.0.113.128/25"]
  }

  tags = {
    project = "camera-traps"
  }

  workteam "spotters" {
    description            = "Says whether there is an animal in the picture"
    groups                 = ["spotters"]
    notification_topic_arn = "arn:aws:sns:eu-west-1:123456789012:new-pictures"
  }

  workteam "biologists" {
    description = "Says which species it is"
    groups      = ["biologists", "senior-biologists"]

    worker_access {
      source_ip = "Enabled"
    }
  }
}

output "portal" {
  value = "https://${workforce.wildlife.sub_domain}"
}
