import { readFile } from "node:fs/promises";
import path from "node:path";
import { text as readAll } from "node:stream/consumers";
import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { commitOf, pullRequestOf } from "../github/pull-request.ts";
import { type PlanComment, upsertComments } from "../github/upsert-comments.ts";
import { reasonOf } from "../read-sources.ts";
import { type MarkedPlan, plansByMarker } from "../render/plan-marker.ts";
import { printable } from "../render/printable.ts";
import { UserError } from "../user-error.ts";

export interface CommentOptions {
  /** Plans in Markdown; `-` is standard input. */
  readonly file: string;
  readonly repository: string | undefined;
  readonly pullRequest: number | undefined;
  /** What was planned; where it is not said, the newest commit of the workflow's pull request. */
  readonly commit: string | undefined;
}

/** Shows plans on a pull request: one comment a stack, made once and updated in place. */
export async function comment(context: Context, options: CommentOptions): Promise<ExitCode> {
  const { environment, stdout } = context.io;
  const token = environment["GITHUB_TOKEN"] ?? "";
  // What cannot stand in a header would be told of by whoever makes the header, and the token with it.
  if (!/^[!-~]+$/.test(token)) {
    throw new UserError(
      token === "" ? "There is no token to comment with." : "What GITHUB_TOKEN holds is no token.",
      "Set GITHUB_TOKEN, in a workflow to ${{ github.token }} with the permission pull-requests: write.",
    );
  }
  const commit = options.commit ?? (await commitOf(environment));
  const marked = plansByMarker(await readPlans(context, options.file));
  const plans = marked.map((plan) => commentOf(plan, commit));
  if (plans.length === 0) {
    throw new UserError(
      `${options.file} holds no plan.`,
      "Write it with wf plan --format markdown, and name that file.",
    );
  }
  const pullRequest = await pullRequestOf(environment, options);
  const baseUrl = environment["GITHUB_API_URL"] ?? "https://api.github.com";
  for (const { done, url } of await upsertComments({ baseUrl, token, pullRequest, plans })) {
    stdout.write(`${done} ${printable(url)}\n`);
  }
  return exitCode.fine;
}

async function readPlans(context: Context, file: string): Promise<string> {
  if (file === "-") return readAll(context.io.stdin);
  try {
    return await readFile(path.resolve(context.io.workingDirectory, file), "utf8");
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${reasonOf(error)}.`, "Name a plan in Markdown.", {
      cause: error,
    });
  }
}

/** The commit that a plan is of is said last: its full name is what GitHub makes a link of. */
function commentOf({ text, ...marker }: MarkedPlan, commit: string | undefined): PlanComment {
  return { ...marker, body: `${text.trimEnd()}${commit === undefined ? "" : `\n\n_At commit ${commit}._`}` };
}
