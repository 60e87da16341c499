import { RemoteError } from "@wf/engine";
import { type Diagnostic, diagnostic, span } from "@wf/parser";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FailedDirectory } from "../../src/plan-or-failure.ts";
import { renderFailureMarkdown } from "../../src/render/failure-markdown.ts";
import { exitCode } from "../../src/exit-code.ts";
import { UserError } from "../../src/user-error.ts";
import { hostileText, nasty } from "../hostile.ts";
import { blocks, strange } from "../markdown-nodes.ts";

const nothing: FailedDirectory = {
  outcome: "failed",
  stack: "labeling",
  diagnostics: [],
  unread: [],
  error: undefined,
  code: exitCode.error,
  denied: undefined,
};

function misspelt(text: string, name: string): Diagnostic {
  return diagnostic("unknown-attribute", span({ name, text }, 6, 12), {
    block: "workforce",
    name: "regoin",
    near: "region",
    allowed: ["region"],
  });
}

function unread(...regions: readonly string[]): FailedDirectory["unread"] {
  const error = new RemoteError(
    "access-denied",
    "ListWorkforces",
    "You may not do sagemaker:ListWorkforces.",
  );
  return regions.map((region) => ({ target: { account: undefined, region }, error }));
}

function unreadProfiles(...names: readonly string[]): FailedDirectory["unread"] {
  return names.map((name) => ({
    target: { account: name, region: "us-west-1" },
    error: new RemoteError(
      "no-credentials",
      "fromIni",
      `No AWS credentials were found. The profile is "${name}"`,
    ),
  }));
}

test.each<readonly [string, Partial<FailedDirectory>]>([
  [
    "invalid",
    {
      diagnostics: [
        misspelt('x = {\nregoin = "us-east-1"\n', "main.wf.hcl"),
        misspelt('x = {\nregoin = 1\nclient_secret = "written-out"\n', "secrets.wf.hcl"),
      ],
    },
  ],
  ["nameless", { stack: undefined, error: new UserError("There is no key.", "Make one.") }],
  ["unread", { unread: unread("eu-west-1", "us-east-1") }],
  ["unread-apart", { unread: unreadProfiles("birds", "mammals") }],
])("a plan that failed, %s, reads as its golden file says", async (name, failed) => {
  const text = renderFailureMarkdown({ ...nothing, ...failed }, "teams/birds");
  expect(text).not.toContain("written-out");
  await expect(text).toMatchFileSnapshot(`expected/failures/${name}.md`);
});

test("drift that could not be told says so, under its own marker", () => {
  const text = renderFailureMarkdown({ ...nothing, unread: unread("eu-west-1") }, "teams/birds", "drift");
  expect(text).toMatch(/^<!-- wf:drift:/);
  expect(text).toContain("### wf drift: `labeling` in `teams/birds`");
  expect(text).toContain("**Drift could not be told: 1 region cannot be read.**");
  expect(text).not.toContain("plan");
});

function document(text: string): string {
  const said = { ...misspelt(`123${text}`, text), summary: text, detail: text };
  const failed: FailedDirectory = {
    ...nothing,
    stack: text,
    diagnostics: [said, { ...said, severity: "warning" }],
    unread: [
      { target: { account: text, region: text }, error: new RemoteError("unknown", "ListWorkforces", text) },
    ],
    error: new UserError(text, text),
  };
  return renderFailureMarkdown(failed, text);
}

describe("other people's text in why a plan failed", () => {
  const meant = blocks(document("harmless"));

  test.each(nasty.map((text) => [text.slice(0, 40), text]))("%j is inert", (_, text) => {
    const markdown = document(text);
    expect({ blocks: blocks(markdown), strange: strange(markdown) }).toEqual({ blocks: meant, strange: [] });
  });

  test("is inert however it is put together", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const markdown = document(text);
        expect({ blocks: blocks(markdown), strange: strange(markdown) }).toEqual({
          blocks: meant,
          strange: [],
        });
      }),
    );
  });
});

test("a failure that GitHub would not take is cut", () => {
  const errors = Array.from({ length: 500 }, () => misspelt("x".repeat(5000), "y".repeat(5000)));
  const markdown = renderFailureMarkdown({ ...nothing, diagnostics: errors }, ".");
  expect(markdown.length).toBeLessThan(65_000);
  expect(markdown).toContain("**The plan failed: 500 errors in the configuration.**");
  expect(markdown).toContain("480 more errors.");
});
