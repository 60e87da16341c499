import { readFile } from "node:fs/promises";
import * as z from "zod";
import { UserError } from "../user-error.ts";

/** A pull request to comment on. */
export interface PullRequest {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

const commit = z.string().regex(/^[0-9a-f]{7,64}$/);

const event = z.object({
  pull_request: z
    .object({ number: z.number(), head: z.object({ sha: commit }).optional().catch(undefined) })
    .optional(),
  issue: z.object({ number: z.number(), pull_request: z.unknown() }).optional(),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** The pull request that is named, or else that of the workflow that runs. */
export async function pullRequestOf(
  environment: Environment,
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

/** The newest commit of the pull request whose workflow runs. `GITHUB_SHA` is none of its commits, but a merge. */
export async function commitOf(environment: Environment): Promise<string | undefined> {
  return (await eventOf(environment))?.pull_request?.head?.sha;
}

async function numberOf(environment: Environment): Promise<number | undefined> {
  const ref = /^refs\/pull\/(\d+)\//.exec(environment["GITHUB_REF"] ?? "")?.[1];
  if (ref !== undefined) return Number(ref);
  const read = await eventOf(environment);
  return read?.pull_request?.number ?? read?.issue?.number;
}

async function eventOf(environment: Environment): Promise<z.infer<typeof event> | undefined> {
  const file = environment["GITHUB_EVENT_PATH"];
  if (file === undefined) return undefined;
  try {
    return event.safeParse(JSON.parse(await readFile(file, "utf8"))).data;
  } catch {
    return undefined;
  }
}
