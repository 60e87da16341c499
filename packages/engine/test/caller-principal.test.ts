import { expect, test } from "vitest";
import { identityOf } from "../src/adapters/caller/principal.ts";

test.each([
  ["arn:aws:iam::123456789012:user/ranger", { kind: "user" }],
  ["arn:aws:iam::123456789012:user/savanna/ranger", { kind: "user" }],
  ["arn:aws:iam::123456789012:root", { kind: "root" }],
  [
    "arn:aws-cn:sts::123456789012:assumed-role/vet/session",
    { kind: "role", name: "vet", arn: "arn:aws-cn:iam::123456789012:role/vet" },
  ],
  ["arn:aws:sts::123456789012:federated-user/guest", { kind: "other" }],
  ["", { kind: "other" }],
])("%s", (arn, expected) => {
  expect(identityOf(arn)).toEqual(expected);
});
