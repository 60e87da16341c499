import { expect, test } from "vitest";
import { targetHeading, targetName } from "../src/target-name.ts";

const region = "eu-west-1";
const address = "workforce.wildlife";

test.each([
  [{ region }, "eu-west-1", "eu-west-1"],
  [{ region, account: "field" }, "eu-west-1 of account.field", "eu-west-1 of account.field"],
  [{ region, address }, "eu-west-1", "workforce.wildlife in eu-west-1"],
  [
    { region, account: "field", address },
    "eu-west-1 of account.field",
    "workforce.wildlife in eu-west-1 of account.field",
  ],
])("%o is called by its names", (target, name, heading) => {
  expect([targetName(target), targetHeading(target)]).toEqual([name, heading]);
});
