import { describe, expect, test } from "vitest";
import { type Workspace, workspace } from "./support/workspace.ts";

const configuration = (name: string): string => `
wf {
  stack = "radiology"
}
variable "client_secret" {
  type      = string
  sensitive = true
}
variable "site" {
  default = "north"
}
workforce "radiology" {
  region = "us-east-1"
  name   = "${name}"
  oidc_config {
    client_id              = "sagemaker"
    client_secret          = var.client_secret
    issuer                 = "https://idp.example.com"
    authorization_endpoint = "https://idp.example.com/authorize"
    token_endpoint         = "https://idp.example.com/token"
    user_info_endpoint     = "https://idp.example.com/userinfo"
    logout_endpoint        = "https://idp.example.com/logout"
    jwks_uri               = "https://idp.example.com/jwks"
  }
}
output "portal" {
  value = workforce.radiology.sub_domain
}
output "invitation" {
  value     = "\${var.site}: \${workforce.radiology.sub_domain}"
  sensitive = true
}
output "sites" {
  value = { beds = 12, names = [var.site, "south"] }
}
`;

async function applied(): Promise<Workspace & { readonly portal: string }> {
  const space = await workspace({ "main.wf.hcl": configuration("radiology") });
  const run = await space.wf(["apply", "--auto-approve"], { environment: { WF_VAR_client_secret: "s" } });
  expect(run.code).toBe(0);
  return { ...space, portal: /portal += "(.+)"/.exec(run.stdout)?.[1] ?? "" };
}

describe("wf output", () => {
  test("lists what is live without any secret at hand, and masks what is sensitive", async () => {
    const { wf, portal } = await applied();
    const list = await wf(["output"]);
    expect(list).toMatchObject({ code: 0, stderr: "" });
    expect(list.stdout).toBe(
      `portal = "${portal}"\ninvitation = (sensitive value)\nsites = {\n  beds = 12\n  names = [\n    "north",\n    "south",\n  ]\n}\n`,
    );
    expect(JSON.parse((await wf(["output", "-json"])).stdout)).toEqual({
      portal: { sensitive: false, type: "string", value: portal },
      invitation: { sensitive: true, type: "string", value: `north: ${portal}` },
      sites: {
        sensitive: false,
        type: ["object", { beds: "number", names: ["tuple", ["string", "string"]] }],
        value: { beds: 12, names: ["north", "south"] },
      },
    });
  });

  test("prints one, as it is written, as JSON, or bare", async () => {
    const { wf, portal } = await applied();
    expect((await wf(["output", "portal"])).stdout).toBe(`"${portal}"\n`);
    expect((await wf(["output", "portal", "--raw"])).stdout).toBe(portal);
    expect((await wf(["output", "invitation", "--raw"])).stdout).toBe(`north: ${portal}`);
    expect((await wf(["output", "sites", "--json"])).stdout).toBe('{"beds":12,"names":["north","south"]}\n');
    const raw = await wf(["output", "sites", "--raw"]);
    expect(raw).toMatchObject({ code: 1, stdout: "" });
    expect(raw.stderr).toContain("jsonencode");
  });

  test("says why a value is not there, and what there is instead of a name", async () => {
    const space = await workspace({ "main.wf.hcl": configuration("radiology") });
    const early = await space.wf(["output", "portal"]);
    expect(early).toMatchObject({ code: 1, stdout: "" });
    expect(early.stderr).toContain(
      "workforce.radiology is not in us-east-1 yet, where there is none: run wf apply.",
    );
    expect((await space.wf(["output"])).stdout).toContain("portal = (known after apply)\n");
    expect(Object.keys(JSON.parse((await space.wf(["output", "--json"])).stdout))).toEqual(["sites"]);
    const wrong = await space.wf(["output", "portl"]);
    expect(wrong).toMatchObject({ code: 1, stdout: "" });
    expect(wrong.stderr).toContain('Did you mean "portal"?');
  });

  test("asks for the variables that a value hangs on", async () => {
    const hanging = configuration("radiology").replace('default = "north"', "type = string");
    const { wf } = await workspace({
      "main.wf.hcl": hanging.replace('region = "us-east-1"', "region = var.site"),
    });
    const run = await wf(["output", "portal"]);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain("WF_VAR_site");
  });

  test("does not take another workforce's portal for its own", async () => {
    const { wf, write } = await applied();
    await write("main.wf.hcl", configuration("radiology-2"));
    const run = await wf(["output", "portal", "--raw"]);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain('where there is "radiology"');
  });
});
