/** A configuration as people write them, repeated under new names until it has so many characters. */
export function generatedConfiguration(characters: number): string {
  const pieces: string[] = [`wf {\n  stack = "generated"\n}\n`];
  let length = 0;
  for (let index = 0; length < characters; index += 1) {
    const piece = site(index);
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join("\n");
}

function site(index: number): string {
  const name = `radiology_${index}`;
  return `# Site ${index}: one workforce, its teams, and who may see what.
locals {
  ${name} = {
    sites    = ["Graz", "Leoben", "Bruck an der Mur"]
    capacity = ${index} * 3 + 12
    reviewed = var.reviewed && local.sites_open[${index}] != null
    contacts = { for name, mail in var.contacts : lower(name) => trimspace(mail) if mail != "" }
  }
}

workforce "${name}" {
  region = "eu-central-1"

  cognito_config {
    user_pool = "eu-central-1_Ex${String(index).padStart(6, "0")}"
    client_id = "2f6rkd0v9example${index}"
  }

  source_ip_config {
    cidrs = ["203.0.113.0/24", "198.51.100.${index % 256}/32"]
  }

  workteam "readers" {
    description  = "Reads scans of \${local.${name}.capacity} rooms"
    productivity = index > 2 ? "high" : "low"
    members = [
      for room in local.${name}.sites : {
        user_group = "\${var.prefix}-\${room}" // one group a room
        client_id  = local.clients[room].id
      }
    ]

    tags = {
      Department = "Radiology"
      CostCentre = "CC-${1000 + index}"
      Owner      = "imaging@example.org"
    }
  }

  workteam "auditors" {
    description        = <<-EOT
      Audits what the readers of ${name} labelled,
      every \${var.days} days.
    EOT
    notification_topic = "arn:aws:sns:eu-central-1:123456789012:audits-${index}"
    lifecycle { prevent_destroy = true }
  }
}
`;
}
