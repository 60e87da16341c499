import { Octokit } from "@octokit/core";
import { composePaginateRest } from "@octokit/plugin-paginate-rest";
import type { PlanMarker } from "../render/plan-marker.ts";
import { UserError } from "../user-error.ts";
import { version } from "../version.ts";
import type { PullRequest } from "./pull-request.ts";

export interface UpsertRequest {
  readonly baseUrl: string;
  readonly token: string;
  readonly pullRequest: PullRequest;
  readonly plans: readonly PlanComment[];
}

/** What a comment is to say; the first line of it is the marker, by which it is found. */
export interface PlanComment extends PlanMarker {
  readonly body: string;
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
  for (const plan of plans) {
    const found = commentsOf(plan, comments.filter(isTrusted));
    if (found.length === 0) {
      const path = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
      const { data } = await octokit.request(path, { ...where, body: plan.body });
      upserted.push({ done: "Created", url: data.html_url });
    }
    for (const comment of found) {
      // What is about every stack leaves each comment the marker of its own.
      const marker = isOfEveryStack(plan) ? markerOf(comment) : plan.marker;
      const body = plan.body.replace(plan.marker, () => marker);
      if (comment.body?.replaceAll("\r\n", "\n") === body) {
        upserted.push({ done: "Unchanged", url: comment.html_url });
        continue;
      }
      const path = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
      const { data } = await octokit.request(path, { owner, repo, comment_id: comment.id, body });
      upserted.push({ done: "Updated", url: data.html_url });
    }
  }
  return upserted;
}

/** It is about each stack of its directory: none could be planned, and their names are not known. */
function isOfEveryStack({ marker, nameless }: PlanComment): boolean {
  return marker === nameless;
}

interface Body {
  readonly body?: string | undefined;
}

/** The comments that a plan is to stand in: its own, else one that was made when the stack's name was not known. */
function commentsOf<T extends Body>(plan: PlanComment, comments: readonly T[]): readonly T[] {
  const startingWith = (start: string): readonly T[] =>
    comments.filter(({ body }) => body?.startsWith(start) === true);
  if (isOfEveryStack(plan)) return startingWith(plan.directory);
  const [own] = startingWith(plan.marker);
  const [nameless] = startingWith(plan.nameless);
  return [own ?? nameless].filter((each) => each !== undefined);
}

function markerOf({ body = "" }: Body): string {
  return body.split(/\r?\n/, 1)[0] ?? "";
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

/** What an answer of GitHub's, or that there was none, means for the person; any other error is left as it is. */
function refusal(error: unknown, { number, owner, repo }: PullRequest): unknown {
  if (!isOfRequest(error)) return error;
  const what = `The comment on ${owner}/${repo}#${number} could not be made: ${error.message}`;
  return new UserError(what, help[error.status] ?? "Run the command again in a while.", { cause: error });
}

/** Octokit's `RequestError`, which goes by this name; a request without an answer is one too, of status 500. */
function isOfRequest(error: unknown): error is Error & { readonly status: number } {
  return (
    error instanceof Error &&
    error.name === "HttpError" &&
    "status" in error &&
    typeof error.status === "number"
  );
}
