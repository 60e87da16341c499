import { describe, expect, test } from "vitest";
import { oidc, stack, workforce, workteam } from "./blocks.ts";
import { model, onlyWorkforce, said } from "./configured.ts";

const inherited = ["constructor", "toString", "hasOwnProperty", "__proto__"];

describe.each(inherited)("the name %s", (name) => {
  test("is no attribute", async () => {
    expect(await said(workforce(`  ${name} = 1\n`))).toEqual([["unknown-attribute", name]]);
  });

  test("is no block", async () => {
    expect(await said(`${stack}${name} "radiology" {}\n`)).toEqual([["unknown-block", name]]);
    expect(await said(workforce(`  ${name} {\n  }\n`))).toEqual([["unknown-block", name]]);
  });

  test("can be a tag, a parameter, a label, a variable, a local and a key", async () => {
    const { tags, identityProvider, workteams } = await onlyWorkforce(
      `variable "${name}" {\n  default = "v"\n}\nlocals {\n  ${name} = var.${name}\n}\n${workforce(
        `  tags = { ${name} = local.${name} }\n${workteam("readers", {
          for_each: `{ ${name} = ["readers"] }`,
          name: '"team"',
          groups: "each.value",
        })}`,
        { provider: oidc({ authentication_request_extra_params: `{ ${name} = "v" }` }) },
      )}`,
      { environment: { CLIENT_SECRET: "s" } },
    );
    expect(Object.entries(tags)).toEqual([[name, "v"]]);
    expect(
      identityProvider?.kind === "oidc" ? identityProvider.authenticationRequestExtraParams : {},
    ).toEqual(Object.fromEntries([[name, "v"]]));
    expect(workteams.map(({ address }) => address)).toEqual([
      `workforce.radiology.workteam.readers["${name}"]`,
    ]);
  });

  test("can be a label and an account", async () => {
    const text = workforce(`  account = account.${name}\n`).replace('"radiology"', `"${name}"`);
    const label = name === "__proto__" ? text.replace("region", 'name = "proto"\n  region') : text;
    const { workforces } = await model(`${label}account "${name}" {}\n`);
    expect(workforces.map(({ address, account }) => [address, account])).toEqual([
      [`workforce.${name}`, name],
    ]);
  });
});
