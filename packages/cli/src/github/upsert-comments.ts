import { Octokit } from "@octokit/core";
import { composePaginateRest } from "@octokit/plugin-paginate-rest";
import { UserError } from "../user-error.ts";
import { version } from "../version.ts";
import type { PullRequest } from "./pull-request.ts";

export interface UpsertRequest {
  readonly baseUrl: string;
  readonly token: string;
  readonly pullRequest: PullRequest;
  /** Each begins with its marker. */
  readonly plans: readonly { readonly marker: string; readonly body: string }[];
}

export interface Upserted {
  readonly done: "Created" | "Updated" | "Unchanged";
  readonly url: string;
}

/** Makes or updates the comment of each plan; what GitHub refuses is a `UserError`. */
export async function upsertComments(request: UpsertRequest): Promise<readonly Upserted[]> {
  const octokit = new Octokit({ baseUrl: request.baseUrl, auth: request.token, userAgent: `wf/${version}` });
  try {
    return await upsertAll(octokit, request);
  } catch (error) {
    throw refusal(error, request.pullRequest);
  }
}

async function upsertAll(
  octokit: Octokit,
  { plans, pullRequest }: UpsertRequest,
): Promise<readonly Upserted[]> {
  const { number: issue_number, owner, repo } = pullRequest;
  const where = { owner, repo, issue_number };
  const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const comments = await composePaginateRest(octokit, route, { ...where, per_page: 100 });
  const upserted: Upserted[] = [];
  for (const { body, marker } of plans) {
    const found = comments.find((comment) => comment.body?.startsWith(marker) === true && isTrusted(comment));
    if (found === undefined) {
      const path = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
      const { data } = await octokit.request(path, { ...where, body });
      upserted.push({ done: "Created", url: data.html_url });
    } else if (found.body?.replaceAll("\r\n", "\n") === body) {
      upserted.push({ done: "Unchanged", url: found.html_url });
    } else {
      const path = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
      const { data } = await octokit.request(path, { owner, repo, comment_id: found.id, body });
      upserted.push({ done: "Updated", url: data.html_url });
    }
  }
  return upserted;
}

interface Author {
  readonly author_association?: string | undefined;
  readonly user?: { readonly type?: string | undefined } | null | undefined;
}

/** Anyone can write a marker into a comment: only a bot's and those of people who may write here are taken as ours. */
function isTrusted({ author_association: association, user }: Author): boolean {
  return user?.type === "Bot" || ["OWNER", "MEMBER", "COLLABORATOR"].includes(association ?? "");
}

const help: Readonly<Record<number, string>> = {
  401: "GitHub does not know the token: set GITHUB_TOKEN to one that is valid.",
  403: "The token may not comment: give the job the permission pull-requests: write. Workflows of forks never have it.",
  404: "There is no such pull request, or the token may not see it.",
  422: "GitHub does not take the comment as it is.",
};

function refusal(error: unknown, { number, owner, repo }: PullRequest): unknown {
  if (!(error instanceof Error)) return error;
  const status = "status" in error && typeof error.status === "number" ? error.status : undefined;
  const what = `The comment on ${owner}/${repo}#${number} could not be made: ${error.message}`;
  const hint = status === undefined ? undefined : help[status];
  return new UserError(what, hint ?? "Run the command again in a while.", { cause: error });
}
