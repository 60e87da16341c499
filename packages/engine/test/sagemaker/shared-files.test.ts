import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { sagemakerAccount } from "../../src/adapters/sagemaker/index.ts";
import { startEmulator } from "../../src/emulator/index.ts";

const profiles = ["first", "second", "third"];
const config = profiles.map((name) => `[profile ${name}]\nsdk_ua_app_id = app-of-${name}\n`).join("\n");
const credentials = profiles
  .map(
    (name, index) => `[${name}]\naws_access_key_id = ${111_111_111_111 + index}\naws_secret_access_key = k\n`,
  )
  .join("\n");

test("the profiles of many accounts are parsed once", async () => {
  const directory = await mkdtemp(path.join(tmpdir(), "wf-profiles-"));
  const emulator = await startEmulator();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await emulator.close();
    await rm(directory, { recursive: true, force: true });
  });
  for (const [variable, text] of [
    ["AWS_CONFIG_FILE", config],
    ["AWS_SHARED_CREDENTIALS_FILE", credentials],
  ] as const) {
    await writeFile(path.join(directory, variable), text);
    vi.stubEnv(variable, path.join(directory, variable));
  }
  const split = vi.spyOn(String.prototype, "split");
  const keys = await Promise.all(
    profiles.map(async (profile) => {
      const account = sagemakerAccount({ profile, endpoint: emulator.url });
      await account.region("eu-west-1").read();
      return (await account.credentials()).accessKeyId;
    }),
  );
  expect(keys).toEqual(["111111111111", "111111111112", "111111111113"]);
  const parsed = split.mock.contexts.map(String);
  expect(parsed.filter((text) => text === config)).toHaveLength(1);
  expect(parsed.filter((text) => text === credentials)).toHaveLength(1);
});

test("files that are not there name nothing, and are no failure", async () => {
  vi.stubEnv("AWS_CONFIG_FILE", path.join(tmpdir(), "wf-no-such-file"));
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", path.join(tmpdir(), "wf-no-such-file-either"));
  onTestFinished(() => void vi.unstubAllEnvs());
  const missing = sagemakerAccount({ profile: "first" });
  await expect(missing.credentials()).rejects.toMatchObject({ reason: "no-credentials" });
});
