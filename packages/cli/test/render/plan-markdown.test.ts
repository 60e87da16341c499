import * as fc from "fast-check";
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { planMarker, renderPlanMarkdown } from "../../src/render/plan-markdown.ts";
import { hostileText, nasty, viewWith } from "../hostile.ts";
import { planStates, viewOf } from "../plan-states.ts";

const hint = { command: ["wf", "apply", "plan.json"], exact: true, variables: ["client_secret"] };

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function all(node: Nodes): readonly Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(all) : [])];
}

describe.each(Object.entries(planStates))("a plan in the state %s", (name, state) => {
  test("reads as its golden file says", async () => {
    const text = renderPlanMarkdown(await viewOf(state), hint);
    await expect(text).toMatchFileSnapshot(`expected/plans/${name}.md`);
  });
});

/** The nodes of the same document when nobody wrote anything into it. */
const meant = blocks(parse(document("harmless")));
const allowed = new Set([
  "root",
  "html",
  "heading",
  "paragraph",
  "text",
  "inlineCode",
  "strong",
  "table",
  "tableRow",
  "tableCell",
  "blockquote",
  "list",
  "listItem",
  "code",
]);

function document(text: string): string {
  return renderPlanMarkdown(viewWith(text), { ...hint, command: ["wf", "-C", text, "apply", text] });
}

/** The blocks, without the words in them. */
function blocks(root: Root): readonly string[] {
  return all(root)
    .map((node) => (node.type === "list" ? `list of ${node.children.length}` : node.type))
    .filter((type) => type !== "text" && type !== "inlineCode");
}

const ourHtml =
  /^(?:<!-- wf:plan:[0-9a-f]{16} -->|<details>\n<summary>[^<]*(?:<code>[^<>]*<\/code>)?<\/summary>|<\/details>)$/;
/** What GitHub looks for in text, once Markdown is done with it. */
const reference = /@|#\d|\bgh-\d|:\/\/|www\.|\b[0-9a-f]{7,40}\b|:\w+:/iu;

/** Whatever is in a document that we did not mean to be there. */
function strange(markdown: string): readonly unknown[] {
  const nodes = all(parse(markdown));
  return [
    ...nodes.filter((node) => !allowed.has(node.type)),
    ...nodes.filter((node) => node.type === "html" && !ourHtml.test(node.value)),
    ...nodes.filter((node) => node.type === "text" && reference.test(node.value)),
    ...(markdown.match(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu) ?? []),
    ...(markdown.length > 65_536 ? [markdown.length] : []),
  ];
}

function inert(text: string): object {
  const markdown = document(text);
  return { blocks: blocks(parse(markdown)), strange: strange(markdown) };
}

describe("other people's text", () => {
  test.each(nasty.map((text) => [text.slice(0, 40), text]))("%j is inert", (_, text) => {
    expect(inert(text)).toEqual({ blocks: meant, strange: [] });
  });

  test("is inert however it is put together", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(inert(text)).toEqual({ blocks: meant, strange: [] });
      }),
      { numRuns: 300 },
    );
  });

  test("cannot make another stack's marker", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (left, right) => {
        expect(planMarker(left) === planMarker(right)).toBe(left === right);
        expect(document(left).match(/^<!-- wf:plan:/gm)).toHaveLength(1);
      }),
    );
  });
});

describe("a plan that GitHub would not take", () => {
  test.each([100, 1000, 5000])("is cut for %i regions, the steps first, and says so", (regions) => {
    const markdown = renderPlanMarkdown(viewWith("radiology", regions), hint);
    expect(markdown.length).toBeLessThanOrEqual(65_536);
    expect(markdown).toMatch(/Cut to stay within GitHub's 65,536 characters: .*regions' steps/);
    expect(markdown).toContain("What the workers notice");
    expect(markdown).toContain("wf apply plan.json");
  });
});
