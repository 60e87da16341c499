import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import * as z from "zod";

/** A comment as GitHub keeps it. */
export interface FakeComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: "Bot" | "User" };
  readonly author_association: "NONE" | "COLLABORATOR";
}

export interface FakeGithub {
  readonly url: string;
  readonly comments: FakeComment[];
  readonly requests: string[];
  /** What every write is answered with. */
  refuse: number | undefined;
}

/** As many as GitHub gives at once. */
const mostPerPage = 100;
const longestBody = 65_536;

/** GitHub's comments of one pull request, octo/labels#7, on loopback, with its pages, limits and authors. */
export async function fakeGithub(token: string): Promise<FakeGithub> {
  const comments: FakeComment[] = [];
  const state: FakeGithub = { url: "", comments, requests: [], refuse: undefined };
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void =>
      void response
        .writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers })
        .end(JSON.stringify(body));
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://localhost");
      const method = request.method ?? "GET";
      state.requests.push(`${method} ${url.pathname}`);
      if (request.headers.authorization !== `token ${token}`)
        return answer(401, { message: "Bad credentials" });
      if (method !== "GET" && state.refuse !== undefined) {
        return answer(state.refuse, { message: "Resource not accessible by integration" });
      }
      if (method === "GET" && url.pathname === "/repos/octo/labels/issues/7/comments") {
        const size = Math.min(mostPerPage, Number(url.searchParams.get("per_page") ?? 30));
        const page = Number(url.searchParams.get("page") ?? 1);
        const next = `<${state.url}${url.pathname}?per_page=${size}&page=${page + 1}>; rel="next"`;
        const more = comments.length > page * size;
        return answer(
          200,
          comments.slice((page - 1) * size, page * size).map(shown),
          more ? { link: next } : {},
        );
      }
      const { body } = z.object({ body: z.string() }).parse(JSON.parse(text));
      if (body.length > longestBody)
        return answer(422, { message: "Body is too long (maximum is 65536 characters)" });
      if (method === "POST" && url.pathname === "/repos/octo/labels/issues/7/comments") {
        return answer(201, shown(addComment(comments, body, "Bot")));
      }
      const id = /^\/repos\/octo\/labels\/issues\/comments\/(\d+)$/.exec(url.pathname)?.[1];
      const found = comments.find((comment) => String(comment.id) === id);
      if (method !== "PATCH" || found === undefined) return answer(404, { message: "Not Found" });
      found.body = body;
      return answer(200, shown(found));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return Object.assign(state, { url: `http://127.0.0.1:${port}` });
}

/** Writes a comment as a bot, or as a stranger. */
export function addComment(comments: FakeComment[], body: string, type: "Bot" | "User"): FakeComment {
  const comment: FakeComment = {
    id: comments.length + 1,
    body,
    user: { login: type === "Bot" ? "github-actions[bot]" : "stranger", type },
    author_association: "NONE",
  };
  comments.push(comment);
  return comment;
}

/** A comment as GitHub answers with it. */
function shown(comment: FakeComment): object {
  return { ...comment, html_url: `https://github.example/octo/labels/pull/7#issuecomment-${comment.id}` };
}
