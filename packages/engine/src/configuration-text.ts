import { format, isIdentifier, quote } from "@wf/parser";

/** A part of a configuration that is to be written; values are text of the language already. */
export type Item = AttributeItem | BlockItem | RemarkItem;

export interface AttributeItem {
  readonly kind: "attribute";
  readonly name: string;
  readonly value: string;
  /** What is said behind it. */
  readonly remark?: string | undefined;
}

export interface BlockItem {
  readonly kind: "block";
  readonly type: string;
  readonly labels: readonly string[];
  readonly items: readonly Item[];
  /** What is said above it, a line each. */
  readonly remarks?: readonly string[] | undefined;
}

/** Comments that stand alone, a line each. */
interface RemarkItem {
  readonly kind: "remarks";
  readonly lines: readonly string[];
}

/** How long a collection may be on one line. */
const longestLine = 80;

/** Items as a file or a part of one, in canonical layout; whatever texts they hold, none becomes more than it is. */
export function configurationText(items: readonly Item[]): string {
  return format({ name: "main.wf.hcl", text: `${linesOf(items).join("\n")}\n` }).value;
}

/** An attribute; none where there is no value. */
export function attribute(
  name: string,
  value: string | undefined,
  remark?: string,
): readonly AttributeItem[] {
  return value === undefined ? [] : [{ kind: "attribute", name, value, remark }];
}

/** A block; none where it would hold nothing. */
export function block(type: string, ...items: readonly (readonly Item[])[]): readonly BlockItem[] {
  const own = items.flat();
  return own.length === 0 ? [] : [{ kind: "block", type, labels: [], items: own }];
}

/** A text, unless it is AWS's default. */
export function text(value: string | undefined, fallback?: string): string | undefined {
  return value === undefined || value === fallback ? undefined : quote(value);
}

/** A list of texts; undefined where it is empty. */
export function list(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : collection("[", values.map(quote), "]");
}

/** A map of texts; undefined where it is empty. */
export function map(entries: Readonly<Record<string, string>> | undefined): string | undefined {
  const written = Object.entries(entries ?? {}).map(([key, value]) => `${mapKey(key)} = ${quote(value)}`);
  if (written.length < 2) return written.length === 0 ? undefined : `{ ${written.join("")} }`;
  return `{\n${written.join("\n")}\n}`;
}

/** `{ for` begins a for-expression. */
function mapKey(key: string): string {
  return isIdentifier(key) && key !== "for" ? key : quote(key);
}

function collection(open: string, elements: readonly string[], close: string): string {
  const line = elements.join(", ");
  if (line.length <= longestLine) return `${open}${line}${close}`;
  return `${open}\n${elements.map((element) => `${element},\n`).join("")}${close}`;
}

function linesOf(items: readonly Item[]): readonly string[] {
  return items.flatMap((item, index) => {
    const before = items[index - 1];
    const apart = before !== undefined && (item.kind !== "attribute" || before.kind !== "attribute");
    return [...(apart ? [""] : []), ...linesOfItem(item)];
  });
}

function linesOfItem(item: Item): readonly string[] {
  if (item.kind === "remarks") return item.lines.map(comment);
  if (item.kind === "attribute") {
    const remark = item.remark === undefined ? "" : ` ${comment(item.remark)}`;
    return [`${item.name} = ${item.value}${remark}`];
  }
  const header = [item.type, ...item.labels.map(quote)].join(" ");
  const inside = item.items.length === 0 ? [] : linesOf(item.items);
  return [...(item.remarks ?? []).map(comment), `${header} {`, ...inside, "}"];
}

/** A comment ends with its line, so no line ends within one. */
function comment(line: string): string {
  return `# ${line.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")}`.trimEnd();
}
