import { type Diagnostic, diagnostic } from "../text/diagnostic.ts";
import { type DecodedBlock, placeOf, shownText, textOf } from "./decoded.ts";

/** Holds the running version against `required_version`, which is written as Terraform's: `>= 0.1.0, < 2.0.0`, `~> 1.2`. */
export async function checkVersion(
  wf: DecodedBlock | undefined,
  version: string,
): Promise<readonly Diagnostic[]> {
  const constraint = textOf(wf, "required_version");
  if (wf === undefined || constraint === undefined) return [];
  const { default: satisfies } = await import("semver/functions/satisfies.js");
  const { default: validRange } = await import("semver/ranges/valid.js");
  const place = placeOf(wf, "required_version");
  const parts = constraint.split(",").map((part) => part.trim());
  const excluded = parts.flatMap((part) => /^!=\s*(\d+\.\d+\.\d\S*)$/.exec(part)?.[1] ?? []);
  const range = parts
    .filter((part) => !/^!=\s*\d+\.\d+\.\d\S*$/.test(part))
    .map(pessimistic)
    .join(" ");
  const shown = shownText(wf, "required_version", JSON.stringify(constraint));
  if (parts.some((part) => part === "") || validRange(range) === null)
    return [diagnostic("invalid-version-constraint", place, { constraint: shown })];
  if (satisfies(version, range) && !excluded.includes(version)) return [];
  return [diagnostic("version-not-allowed", place, { constraint: shown, version })];
}

/** `~> 1.2` allows the last part to rise, where npm's `~1.2` allows only the patch to. */
function pessimistic(part: string): string {
  const match = /^~>\s*(\d+)(?:\.(\d+))?(\.\d+)?$/.exec(part);
  if (match === null) return part;
  const [, major, minor = "0", patch] = match;
  return patch === undefined
    ? `>=${major}.${minor}.0 <${Number(major) + 1}.0.0-0`
    : `~${major}.${minor}${patch}`;
}
