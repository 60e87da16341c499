import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { format } from "@wf/parser";
import { type Context, shownPath } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { reasonOf } from "../read-sources.ts";
import { firstConfiguration, type FirstConfiguration } from "../first-configuration.ts";
import { UserError } from "../user-error.ts";

export interface InitOptions {
  readonly provider: "oidc" | "cognito";
  readonly region?: string | undefined;
  readonly name: string;
}

/** Writes a first configuration where there is none, and says what to run next. */
export async function init(context: Context, options: InitOptions): Promise<ExitCode> {
  const { io, directory } = context;
  const { environment } = io;
  const region =
    options.region ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? "us-east-1";
  const settings: FirstConfiguration = { provider: options.provider, region, name: options.name };
  const file = path.join(directory, "main.wf.hcl");
  const content = format({ name: "main.wf.hcl", text: firstConfiguration(settings) }).value;
  try {
    await mkdir(directory, { recursive: true });
    const present = (await readdir(directory)).filter((name) => name.endsWith(".wf.hcl"));
    if (present.length > 0) {
      throw new UserError(
        `${shownPath(context, directory)} holds a configuration already: ${present.join(", ")}.`,
        "Change it, or start in another directory with -C DIR.",
      );
    }
    await writeFile(file, content, { flag: "wx" });
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `${shownPath(context, file)} cannot be written: ${reasonOf(error)}.`,
      "Choose another directory with -C DIR.",
      {
        cause: error,
      },
    );
  }
  const at = directory === io.workingDirectory ? "" : ` -C ${shownPath(context, directory)}`;
  const secret = options.provider === "oidc" ? " --var client_secret=…" : "";
  io.stdout.write(
    [
      `${context.out.good("Wrote")} ${shownPath(context, file)}.`,
      "",
      "Put your identity provider's own values in it, then:",
      `  wf validate${at}`,
      `  wf plan${at}${secret}`,
      "",
      "To try it without AWS, add --local.",
      "",
    ].join("\n"),
  );
  return exitCode.fine;
}
