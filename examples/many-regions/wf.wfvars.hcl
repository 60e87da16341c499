regions = {
  eu-west-1 = {
    offices = ["198.51.100.0/24"]
    teams   = ["labelers", "reviewers"]
  }
  us-east-1 = {
    offices = ["203.0.113.0/24", "192.0.2.0/25"]
  }
}
