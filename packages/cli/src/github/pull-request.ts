import { readFile } from "node:fs/promises";
import * as z from "zod";
import { UserError } from "../user-error.ts";

/** A pull request to comment on. */
export interface PullRequest {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

const event = z.object({
  pull_request: z.object({ number: z.number() }).optional(),
  issue: z.object({ number: z.number(), pull_request: z.unknown() }).optional(),
});

/** The pull request that is named, or else that of the workflow that runs. */
export async function pullRequestOf(
  environment: Readonly<Record<string, string | undefined>>,
  given: { readonly repository: string | undefined; readonly pullRequest: number | undefined },
): Promise<PullRequest> {
  const repository = given.repository ?? environment["GITHUB_REPOSITORY"] ?? "";
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
  if (owner === undefined || repo === undefined) {
    throw new UserError(
      `${JSON.stringify(repository)} is not a repository.`,
      "Give --repository OWNER/NAME, or set GITHUB_REPOSITORY.",
    );
  }
  const number = given.pullRequest ?? (await numberOf(environment));
  if (number === undefined) {
    throw new UserError(
      "It is not known which pull request to comment on.",
      "Give --pull-request NUMBER, or run in a workflow of a pull request.",
    );
  }
  return { owner, repo, number };
}

async function numberOf(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number | undefined> {
  const ref = /^refs\/pull\/(\d+)\//.exec(environment["GITHUB_REF"] ?? "")?.[1];
  if (ref !== undefined) return Number(ref);
  const file = environment["GITHUB_EVENT_PATH"];
  if (file === undefined) return undefined;
  try {
    const read = event.safeParse(JSON.parse(await readFile(file, "utf8")));
    return read.data?.pull_request?.number ?? read.data?.issue?.number;
  } catch {
    return undefined;
  }
}
