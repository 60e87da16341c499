wf {
  required_version = ">= 0.1.0"
  stack            = "pathology"
}

workforce "pathology" {
  region = "us-west-2"

  cognito_config {
    user_pool = "us-west-2_Path0l0gy"
    client_id = "7example8client9id"
  }

  workteam "residents" {
    description = "Marks the cells in a slide"
    groups      = ["residents"]
  }
}
