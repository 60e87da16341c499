import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";

/** What a chapter was measured on. */
export function machine(model = "an unknown processor"): string {
  const load = loadavg()[0]?.toFixed(1) ?? "unknown";
  const count = `${cpus().length} cores`;
  return `Measured with Node ${process.versions.node} on ${count} of ${model.trim()}, at a load of ${load} when it ended.`;
}

/** The version of terraform, where it is on this machine. */
export function terraformVersion(): string | undefined {
  try {
    const told = execFileSync("terraform", ["version"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return /v([\d.]+)/.exec(told)?.[1];
  } catch {
    return undefined;
  }
}
