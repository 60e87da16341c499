import { expect, test } from "vitest";
import { exampleWorkspace } from "./support/workspace.ts";

const secret = { WF_VAR_client_secret: "a-secret-of-the-tests" };

test.each([
  ["no terminal", [], {}, false],
  ["FORCE_COLOR", [], { FORCE_COLOR: "1" }, true],
  ["FORCE_COLOR=0", [], { FORCE_COLOR: "0" }, false],
  ["NO_COLOR, which wins", [], { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ["--no-color, which wins", ["--no-color"], { FORCE_COLOR: "1" }, false],
])("a plan with %s", async (_, flags, environment, coloured) => {
  const { wf } = await exampleWorkspace("oidc");
  const { stdout } = await wf([...flags, "plan"], { environment: { ...secret, ...environment } });
  expect(stdout.includes("\u001B[")).toBe(coloured);
});

test("a plan is the same bytes in any language, time zone and terminal", async () => {
  const { wf } = await exampleWorkspace("many-regions");
  const plans = await Promise.all(
    [
      { LANG: "C", TZ: "UTC" },
      { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", TZ: "Asia/Kathmandu", COLUMNS: "40", TERM: "dumb" },
    ].flatMap((environment) =>
      ["text", "markdown", "json"].map(
        async (format) => (await wf(["plan", `--format=${format}`], { environment })).stdout,
      ),
    ),
  );
  expect(plans.slice(3)).toEqual(plans.slice(0, 3));
});
