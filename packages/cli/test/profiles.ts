import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** The environment of AWS configuration files in which profiles name regions; they last as long as the test. */
export async function profiles(
  regions: Readonly<Record<string, string>>,
  credentials = "",
): Promise<Record<string, string>> {
  const directory = await mkdtemp(path.join(tmpdir(), "wf-profiles-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  const files = {
    AWS_CONFIG_FILE: path.join(directory, "config"),
    AWS_SHARED_CREDENTIALS_FILE: path.join(directory, "credentials"),
  };
  const sections = Object.entries(regions).map(
    ([name, region]) => `[${name === "default" ? name : `profile ${name}`}]\nregion = ${region}\n`,
  );
  await writeFile(files.AWS_CONFIG_FILE, sections.join("\n"));
  await writeFile(files.AWS_SHARED_CREDENTIALS_FILE, credentials);
  return files;
}
