import { expect, test } from "vitest";
import { workforce } from "./blocks.ts";
import { configured } from "./configured.ts";

const allowed =
  "Allowed are tags, ip_address_type, source_ip_config, workforce_vpc_config, oidc_config, and attributes within those blocks, but for oidc_config.client_secret and oidc_config.discover, which have no live value.";

test.each([
  ["tag", 'Changes of "tag" cannot be ignored', `${allowed} Did you mean "tags"?`],
  ["oidc_config.client_secret", 'Changes of "oidc_config.client_secret" cannot be ignored', allowed],
  ['"groups"', 'Changes of "groups" cannot be ignored', allowed],
  ['"tags"', 'ignore_changes takes "tags" without quotes', "Write tags, as a reference is written."],
])("ignore_changes = [%s] is refused with what may stand there", async (name, summary, detail) => {
  const text = workforce(`  lifecycle {\n    ignore_changes = [${name}]\n  }\n`);
  const { diagnostics } = await configured({ "main.wf.hcl": text });
  expect(diagnostics).toMatchObject([{ code: "not-ignorable", summary, detail }]);
});
