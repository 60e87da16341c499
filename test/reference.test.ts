import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { root } from "./support/run-wf.ts";

test("docs/reference says what the code does", async () => {
  const script = path.join(root, "scripts/reference.ts");
  await expect(promisify(execFile)(process.execPath, [script, "--check"])).resolves.toMatchObject({
    stderr: "",
  });
});
