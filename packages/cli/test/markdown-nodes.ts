import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function all(node: Nodes): readonly Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(all) : [])];
}

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

/** The blocks, without the words in them. */
export function blocks(markdown: string): readonly string[] {
  return all(parse(markdown))
    .map((node) => (node.type === "list" ? `list of ${node.children.length}` : node.type))
    .filter((type) => type !== "text" && type !== "inlineCode");
}

const ourHtml =
  /^(?:<!-- wf:plan:[0-9a-f]{16}:(?:any|[0-9a-f]{16}) -->|<details>\n<summary>[^<]*(?:<code>[^<>]*<\/code>)?<\/summary>|<\/details>)$/;
/** What GitHub looks for in text, once Markdown is done with it. */
const reference = /@|#\d|\bgh-\d|:\/\/|www\.|\b[0-9a-f]{7,40}\b|:\w+:/iu;

/** Whatever is in a document that we did not mean to be there. */
export function strange(markdown: string): readonly unknown[] {
  const nodes = all(parse(markdown));
  return [
    ...nodes.filter((node) => !allowed.has(node.type)),
    ...nodes.filter((node) => node.type === "html" && !ourHtml.test(node.value)),
    ...nodes.filter((node) => node.type === "text" && reference.test(node.value)),
    ...(markdown.match(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu) ?? []),
    ...(markdown.length > 65_536 ? [markdown.length] : []),
  ];
}
