import { expect, test } from "vitest";
import { safeText } from "../../src/adapters/sagemaker/safe-text.ts";

test.each([
  [
    "Value 'x' at 'oidcConfig.clientSecret' failed",
    undefined,
    "Value '(sensitive)' at 'oidcConfig.clientSecret' failed",
  ],
  [
    "Value 'it's at 'home'' at 'oidcConfig.clientSecret' failed",
    undefined,
    "Value '(sensitive)' at 'oidcConfig.clientSecret' failed",
  ],
  [
    "Value 'lion' at 'workforceName' failed; Value 'a' at 'oidcConfig.clientSecret' failed",
    undefined,
    "Value 'lion' at 'workforceName' failed; Value '(sensitive)' at 'oidcConfig.clientSecret' failed",
  ],
  ["no such client: paw-print$&", "paw-print$&", "no such client: (sensitive)"],
  ["red\u001b[31m\u202elion\r\n  cub", undefined, "red [31m lion cub"],
])("%j with secret %j is shown as %j", (text, secret, shown) => {
  expect(safeText(text, secret)).toBe(shown);
});

test("A long text is cut", () => {
  expect(safeText("roar ".repeat(1000))).toHaveLength(1001);
});
