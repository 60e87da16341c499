import { createServer } from "node:http";
import { onTestFinished } from "vitest";

/** A note as GitLab keeps it. */
export interface FakeNote {
  readonly id: number;
  body: string;
  readonly author: { readonly id: number };
}

export interface FakeGitlab {
  readonly url: string;
  readonly notes: FakeNote[];
}

/** Whose token it is. */
export const ourId = 4711;
const path = "/api/v4/projects/12/merge_requests/7/notes";

/** GitLab's notes of one merge request, 12!7, on loopback: the newest first, in pages, as its API says. */
export async function fakeGitlab(token: string): Promise<FakeGitlab> {
  const notes: FakeNote[] = [];
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void =>
      void response
        .writeHead(status, { "content-type": "application/json", ...headers })
        .end(JSON.stringify(body));
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://localhost");
      const body = new URLSearchParams(text).get("body") ?? "";
      const route = `${request.method} ${url.pathname}`;
      if (request.headers["private-token"] !== token) return answer(401, { message: "401 Unauthorized" });
      if (route === "GET /api/v4/user") return answer(200, { id: ourId });
      if (route === `GET ${path}`) {
        const size = Math.min(100, Number(url.searchParams.get("per_page") ?? 20));
        const page = Number(url.searchParams.get("page") ?? 1);
        const more = notes.length > page * size;
        const shown = notes.toReversed().slice((page - 1) * size, page * size);
        return answer(200, shown, { "X-Next-Page": more ? String(page + 1) : "" });
      }
      if (body === "") return answer(400, { message: "400 Bad request - Note body is missing" });
      if (route === `POST ${path}`) return answer(201, addNote(notes, body, ourId));
      const found = notes.find(({ id }) => route === `PUT ${path}/${id}`);
      if (found === undefined) return answer(404, { message: "404 Not found" });
      found.body = body;
      return answer(200, found);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/api/v4`, notes };
}

/** Writes a note as someone. */
export function addNote(notes: FakeNote[], body: string, author: number): FakeNote {
  const note = { id: 100 + notes.length, body, author: { id: author } };
  notes.push(note);
  return note;
}
