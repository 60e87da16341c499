import type { AttributeView, ResourceAction, ResourceView, WordView } from "@wf/engine";
import { quote } from "@wf/parser";
import stringWidth from "fast-string-width";
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

/** How many columns a format has for the text of a line that is nested so deep. */
export type Room = (depth: number) => number;

/** Lays a resource out: its head, each attribute that changes, and how many do not. */
export function resourceLines(resource: ResourceView, room: Room): readonly ResourceLine[] {
  const { action, attributes, name, reasons, type, unchanged, verdict } = resource;
  const body = attributeLines(attributes, blockMark(action), room);
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

function attributeLines(
  attributes: readonly AttributeView[],
  mark: Mark,
  room: Room,
): readonly ResourceLine[] {
  const groups = Map.groupBy(attributes, (attribute) => attribute.block);
  const top = groups.get(undefined) ?? [];
  groups.delete(undefined);
  return [
    ...aligned(top, 1, room),
    ...[...groups].flatMap(([block, inside]) => [
      line(mark, 1, `${block ?? ""} {`),
      ...aligned(inside, 2, room),
      line(" ", 1, "}"),
    ]),
  ];
}

function aligned(attributes: readonly AttributeView[], depth: number, room: Room): readonly ResourceLine[] {
  const width = Math.max(0, ...attributes.map((attribute) => attribute.name.length));
  return attributes.flatMap((attribute, index) => {
    // What holds for several in a row is said once.
    const said = attributes[index - 1]?.comment === attribute.comment;
    const told = said ? { ...attribute, comment: undefined } : attribute;
    return attributeLine(told, `${attribute.name.padEnd(width)} =`, depth, room);
  });
}

const changeMarks: Readonly<Record<AttributeView["change"], Mark>> = { add: "+", change: "~", remove: "-" };

/** A list or map opens where it has no room in one line; a text is never broken. */
function attributeLine(
  attribute: AttributeView,
  lead: string,
  depth: number,
  room: Room,
): readonly ResourceLine[] {
  const { after, before, change, comment, effect, items, words } = attribute;
  const head = (text: string): ResourceLine => ({
    ...line(changeMarks[change], depth, text),
    comment: comment === undefined ? undefined : shown(comment),
    grave: effect === "replace" || effect === "staged",
  });
  const fits = (text: string): boolean => stringWidth(text) <= room(depth);
  const opened = (): readonly ResourceLine[] => {
    const [open, close] = (after ?? before)?.startsWith("{") === true ? ["{", "}"] : ["[", "]"];
    const rows = itemLines(attribute, open === "[" ? "," : "", depth + 1, room);
    return [head(`${lead} ${open}`), ...rows, line(" ", depth, close)];
  };
  if (before === undefined || after === undefined) {
    const single = `${lead} ${shown(after ?? before ?? "")}`;
    return items === undefined || fits(single) ? [head(single)] : opened();
  }
  if (items !== undefined) return opened();
  if (words !== undefined) {
    return [
      head(lead),
      { mark: "-", depth: depth + 1, parts: wordParts(words, "remove") },
      { mark: "+", depth: depth + 1, parts: wordParts(words, "add") },
    ];
  }
  if (before === after) return [head(`${lead} ${shown(after)}`)];
  const pair = `${lead} ${shown(before)} -> ${shown(after)}`;
  return fits(pair)
    ? [head(pair)]
    : [head(lead), line("-", depth + 1, shown(before)), line("+", depth + 1, shown(after))];
}

function itemLines(
  { items = [], unchanged }: AttributeView,
  end: string,
  depth: number,
  room: Room,
): readonly ResourceLine[] {
  const lines = items.flatMap((item): readonly ResourceLine[] => {
    const text = shown(item.text);
    switch (item.change) {
      case "keep":
        return [line(" ", depth, `${text}${end}`, "faint")];
      case "change":
        // Where the two have no room beside each other, they stand under each other.
        return item.before === undefined || item.after === undefined || stringWidth(text) <= room(depth)
          ? [line("~", depth, `${text}${end}`)]
          : [line("-", depth, shown(item.before)), line("+", depth, shown(item.after))];
      default:
        return [line(changeMarks[item.change], depth, `${text}${end}`)];
    }
  });
  return unchanged === undefined ? lines : [...lines, line(" ", depth, `# ${unchanged} unchanged`, "faint")];
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
