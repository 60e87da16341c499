import { describe, expect, test } from "vitest";
import { cognito, stack } from "./support/wildlife.ts";
import { workspace } from "./support/workspace.ts";

const provider = `  ${cognito()}\n`;
const variable = 'variable "token" {\n  type      = number\n  sensitive = true\n}\n';
const files = {
  "main.wf.hcl": `${stack}workforce "wildlife" {\n  region = "eu-west-1"\n${provider}  tags = { "größe 🦊" = "a#b" }\n  workteam "spotters" {\n    description = "Spots"\n    groups      = [for n in range(2) : "a \${local.owl}"]\n  }\n  source_ip_config {\n    cidrs = ["0.0.0.0/0"]\n  }\n}\nlocals {\n  owl = 1 + local.sites\n  sites = []\n}\n`,
  "more files/birds.wf.hcl": "",
  "birds #2.wf.hcl": `workforce "birds" {\n  region = "eu-west-1"\n${provider}}\n`,
};

describe("wf validate", () => {
  test("--format json has the shape of Terraform's", async () => {
    const { wf: run, directory } = await workspace(files);
    const { code, stdout, stderr } = await run(["validate", "--format", "json"]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).not.toContain(directory);
    await expect(stdout).toMatchFileSnapshot("expected/validate.json");
    expect(await run(["validate", "-json"])).toEqual({ code, stdout, stderr });
  });

  test("--format sarif is SARIF 2.1.0 with places relative to where it runs", async () => {
    const { wf: run } = await workspace(files);
    const { code, stdout, stderr } = await run(["validate", "--format", "sarif"]);
    expect([code, stderr]).toEqual([1, ""]);
    const log: {
      runs: [
        { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number }[] },
      ];
    } = JSON.parse(stdout);
    const [{ tool, results }] = log.runs;
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const rest = JSON.stringify({ ...log, runs: [{ ...log.runs[0], tool: {} }] }, undefined, 2);
    await expect(`${rest}\n`).toMatchFileSnapshot("expected/validate.sarif");
    expect(tool.driver.rules[0]).toMatchInlineSnapshot(`
      {
        "defaultConfiguration": {
          "level": "error",
        },
        "help": {
          "text": "What it means and an example: docs/reference/diagnostics/ambiguous-object-key.md in the documentation of wf.",
        },
        "id": "ambiguous-object-key",
        "name": "AmbiguousObjectKey",
        "shortDescription": {
          "text": "Ambiguous object key.",
        },
      }
    `);
  });

  test.each(["json", "sarif"])(
    "--format %s of a valid configuration says so, and exits 0",
    async (format) => {
      const { wf: run } = await workspace({ "main.wf.hcl": stack });
      const { code, stdout } = await run(["validate", "--format", format]);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject(
        format === "json" ? { valid: true, error_count: 0, diagnostics: [] } : { runs: [{ results: [] }] },
      );
    },
  );

  test.each(["text", "json", "sarif"])(
    "--format %s shows nothing of a file of sensitive values",
    async (format) => {
      const { wf: run } = await workspace({
        "main.wf.hcl": `${stack}${variable}`,
        "wf.wfvars.hcl": 'other = "zebra-5150"\ntoken = "zebra-5150"\n',
      });
      const { code, stdout, stderr } = await run(["validate", "--format", format]);
      expect(code).toBe(1);
      expect(stdout + stderr).toContain("wf.wfvars.hcl");
      expect(stdout + stderr).not.toContain("zebra");
    },
  );

  test("a directory without a configuration, and a flag's value, have no place in a file", async () => {
    const { wf: run } = await workspace({
      "main.wf.hcl": `${stack}variable "sites" {\n  type = list(string)\n}\n`,
    });
    const { stdout } = await run(["validate", "--format", "sarif", "--var", "sites=[1"]);
    expect(JSON.parse(stdout)).toMatchObject({ runs: [{ results: [{ ruleId: "unclosed-bracket" }] }] });
    expect(stdout).not.toContain("physicalLocation");
    const empty = await workspace();
    const none = await empty.wf(["validate", "--format", "json"]);
    expect(none.code).toBe(1);
    expect(JSON.parse(none.stdout)).toMatchObject({ diagnostics: [{ code: "no-configuration" }] });
  });
});
