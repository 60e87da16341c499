import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { startEmulator } from "@wf/engine/emulator";
import * as z from "zod";
import { fleetRegions } from "./fleet-configuration.ts";
import { type Contestant, timeInTurns, type Usage } from "./whole-process.ts";

const exec = promisify(execFile);

/** What a plan took, and which Terraform made it. */
export interface TerraformPlan {
  readonly usage: Usage;
  readonly version: string;
}

/**
 * One `terraform plan` that finds no changes in so many regions of an account, each by a provider alias. Undefined where
 * `terraform init` does not find its AWS provider.
 */
export async function terraformPlan(
  regions: number,
  latencyMilliseconds: number,
): Promise<TerraformPlan | undefined> {
  const directory = await mkdtemp(path.join(tmpdir(), "wf-bench-"));
  const emulator = await startEmulator({ latencyMilliseconds });
  try {
    const names = fleetRegions.slice(0, regions);
    const blocks = names.map((region) => block(region, emulator.url));
    await writeFile(path.join(directory, "main.tf"), [head, ...blocks].join("\n"));
    try {
      await exec("terraform", ["init", "-input=false"], { cwd: directory });
    } catch {
      return undefined;
    }
    await exec("terraform", ["apply", "-auto-approve", "-input=false"], { cwd: directory });
    const plan: Contestant = {
      name: "terraform plan",
      command: "terraform",
      args: [`-chdir=${directory}`, "plan", "-input=false", "-detailed-exitcode", "-parallelism=64"],
      withChildren: true,
    };
    const usage = (await timeInTurns([plan], 1, 0)).get(plan.name);
    return usage && { usage, version: await versionIn(directory) };
  } finally {
    await emulator.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function versionIn(directory: string): Promise<string> {
  const { stdout } = await exec("terraform", [`-chdir=${directory}`, "version", "-json"]);
  const { provider_selections: providers, terraform_version: own } = versions.parse(JSON.parse(stdout));
  return `Terraform ${own} with its AWS provider ${Object.values(providers).join()}`;
}

const versions = z.object({
  terraform_version: z.string(),
  provider_selections: z.record(z.string(), z.string()),
});

const head = `terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
`;

/** What `fleetOf` has of a region: a workforce, and a team in it. */
function block(region: string, endpoint: string): string {
  return `provider "aws" {
  alias                       = "${region}"
  region                      = "${region}"
  access_key                  = "100000000000"
  secret_key                  = "bench"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true

  endpoints {
    sagemaker = "${endpoint}"
  }
}

resource "aws_sagemaker_workforce" "${region}" {
  provider       = aws.${region}
  workforce_name = "labeling-0"

  cognito_config {
    user_pool = "${region}_Bench01"
    client_id = "bench"
  }
}

resource "aws_sagemaker_workteam" "${region}" {
  provider       = aws.${region}
  workteam_name  = "readers"
  workforce_name = aws_sagemaker_workforce.${region}.id
  description    = "First reads"

  member_definition {
    cognito_member_definition {
      user_pool  = "${region}_Bench01"
      client_id  = "bench"
      user_group = "readers"
    }
  }
}
`;
}
