import type { AttributeView, ResourceAction, ResourceView, WordView } from "@wf/engine";
import { quote } from "@wf/parser";
import { clip } from "./clip.ts";
import { printable } from "./printable.ts";

export type Mark = "+" | "-" | "~" | "-/+" | " ";

/** One line of what happens to a resource, the same in every format; every text in it is printable. */
export interface ResourceLine {
  readonly mark: Mark;
  /** How deep it is nested: 0 for the resource itself. */
  readonly depth: number;
  readonly parts: readonly LinePart[];
  /** Why, without its `#`. */
  readonly comment?: string | undefined;
  /** The comment says what a reviewer must not miss. */
  readonly grave?: boolean;
}

/** `changed`: the words of a line that make the difference. */
export interface LinePart {
  readonly text: string;
  readonly style: "plain" | "faint" | "changed";
}

const marks: Readonly<Record<ResourceAction, Mark>> = {
  create: "+",
  update: "~",
  adopt: "~",
  replace: "-/+",
  delete: "-",
  none: " ",
  leave: " ",
};

/** Lays a resource out: its head, each attribute that changes, and how many do not. */
export function resourceLines(resource: ResourceView): readonly ResourceLine[] {
  const { action, attributes, name, reasons, type, unchanged, verdict } = resource;
  const body = attributeLines(attributes, blockMark(action));
  const folded = unchanged === 0 ? [] : [line(" ", 1, `# ${unchanged} unchanged`, "faint")];
  const lines = [...body, ...folded];
  const because = reasons.map((reason) => `, because ${clip(printable(reason))}`).join("");
  const title = `${type} ${shown(quote(name))}${lines.length === 0 ? "" : " {"}`;
  const head = { ...line(marks[action], 0, title), comment: `${verdict}${because}` };
  return lines.length === 0 ? [head] : [head, ...lines, line(" ", 0, "}")];
}

function blockMark(action: ResourceAction): Mark {
  return action === "create" ? "+" : action === "delete" ? "-" : "~";
}

function attributeLines(attributes: readonly AttributeView[], mark: Mark): readonly ResourceLine[] {
  const groups = Map.groupBy(attributes, (attribute) => attribute.block);
  const top = groups.get(undefined) ?? [];
  groups.delete(undefined);
  return [
    ...aligned(top, 1),
    ...[...groups].flatMap(([block, inside]) => [
      line(mark, 1, `${block ?? ""} {`),
      ...aligned(inside, 2),
      line(" ", 1, "}"),
    ]),
  ];
}

function aligned(attributes: readonly AttributeView[], depth: number): readonly ResourceLine[] {
  const width = Math.max(0, ...attributes.map((attribute) => attribute.name.length));
  return attributes.flatMap((attribute, index) => {
    // What holds for several in a row is said once.
    const said = attributes[index - 1]?.comment === attribute.comment;
    return attributeLine(said ? { ...attribute, comment: undefined } : attribute, width, depth);
  });
}

const changeMarks: Readonly<Record<AttributeView["change"], Mark>> = { add: "+", change: "~", remove: "-" };

/** Values that are longer together stand under each other. */
const longestPair = 100;

function attributeLine(attribute: AttributeView, width: number, depth: number): readonly ResourceLine[] {
  const { after, before, change, comment, effect, items, name, unchanged, words } = attribute;
  const head = (text: string): ResourceLine => ({
    ...line(changeMarks[change], depth, text),
    comment: comment === undefined ? undefined : shown(comment),
    grave: effect === "replace" || effect === "staged",
  });
  const lead = `${name.padEnd(width)} =`;
  if (items !== undefined) {
    const [open, close] = after?.startsWith("{") === true ? ["{", "}"] : ["[", "]"];
    const rows = items.map((item) => {
      const mark = item.change === "keep" ? " " : item.change === "change" ? "~" : changeMarks[item.change];
      return line(
        mark,
        depth + 1,
        `${shown(item.text)}${open === "[" ? "," : ""}`,
        item.change === "keep" ? "faint" : "plain",
      );
    });
    const folded = unchanged === undefined ? [] : [line(" ", depth + 1, `# ${unchanged} unchanged`, "faint")];
    return [head(`${lead} ${open}`), ...rows, ...folded, line(" ", depth, close)];
  }
  if (before === undefined || after === undefined) return [head(`${lead} ${shown(after ?? before ?? "")}`)];
  if (words !== undefined) {
    return [
      head(lead),
      { mark: "-", depth: depth + 1, parts: wordParts(words, "remove") },
      { mark: "+", depth: depth + 1, parts: wordParts(words, "add") },
    ];
  }
  if (before === after) return [head(`${lead} ${shown(after)}`)];
  return before.length + after.length <= longestPair
    ? [head(`${lead} ${shown(before)} -> ${shown(after)}`)]
    : [head(lead), line("-", depth + 1, shown(before)), line("+", depth + 1, shown(after))];
}

/** The words of one side; what both have is plain. */
function wordParts(words: readonly WordView[], side: "add" | "remove"): readonly LinePart[] {
  return words
    .filter((word) => word.change === "keep" || word.change === side)
    .map((word) => ({ text: shown(word.text), style: word.change === "keep" ? "plain" : "changed" }));
}

function line(mark: Mark, depth: number, text: string, style: LinePart["style"] = "plain"): ResourceLine {
  return { mark, depth, parts: [{ text, style }] };
}

function shown(text: string): string {
  return clip(printable(text));
}
