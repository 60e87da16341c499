/** Something that was begun and is not ended yet, so that an expression goes on in the next line. */
export type Open =
  | { readonly kind: "bracket" | "quote" | "interpolation" | "comment" }
  | { readonly kind: "heredoc"; readonly marker: string };

const heredocStart = /<<-?[ \t]*([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?$/uy;

/**
 * What is open after a line, given what was open before it. It looks at brackets, strings, heredocs and comments alone,
 * and each line once, so that a text can be cut into its expressions while it arrives.
 *
 * @example openAfter([], "merge(var.tags, {").length // 2: the expression goes on
 */
export function openAfter(before: readonly Open[], line: string): readonly Open[] {
  const open = [...before];
  const inner = open.at(-1);
  if (inner?.kind === "heredoc" && line.trim() === inner.marker) return open.slice(0, -1);
  for (let at = 0; at < line.length;) {
    const top = open.at(-1);
    if (top?.kind === "comment") {
      const end = line.indexOf("*/", at);
      if (end === -1) break;
      open.pop();
      at = end + 2;
    } else if (top?.kind === "quote" || top?.kind === "heredoc") at = readText(line, at, top, open);
    else {
      const next = readCode(line, at, open);
      if (next === undefined) break;
      at = next;
    }
  }
  // A string that is not closed on its line is a mistake, not a reason to read on.
  while (open.at(-1)?.kind === "quote") open.pop();
  return open;
}

function readText(line: string, at: number, top: Open, open: Open[]): number {
  const pair = line.slice(at, at + 3);
  if (pair === "$${" || pair === "%%{") return at + 3;
  if (pair.startsWith("${") || pair.startsWith("%{")) {
    open.push({ kind: "interpolation" });
    return at + 2;
  }
  if (top.kind === "heredoc") return at + 1;
  if (pair.startsWith("\\")) return at + 2;
  if (pair.startsWith('"')) open.pop();
  return at + 1;
}

/** Undefined where the rest of the line means nothing. */
function readCode(line: string, at: number, open: Open[]): number | undefined {
  const character = line.charAt(at);
  const pair = line.slice(at, at + 2);
  if (character === "#" || pair === "//") return undefined;
  if (pair === "/*") {
    open.push({ kind: "comment" });
    return at + 2;
  }
  if (pair === "<<") {
    heredocStart.lastIndex = at;
    const marker = heredocStart.exec(line)?.[1];
    if (marker === undefined) return at + 2;
    open.push({ kind: "heredoc", marker });
    return undefined;
  }
  if (character === '"') open.push({ kind: "quote" });
  else if ("([{".includes(character)) open.push({ kind: "bracket" });
  else if (")]}".includes(character)) {
    const top = open.at(-1)?.kind;
    if (top === "bracket" || (top === "interpolation" && character === "}")) open.pop();
  }
  return at + 1;
}
