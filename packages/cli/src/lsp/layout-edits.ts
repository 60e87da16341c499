/** A piece of a text that becomes another; offsets are UTF-16 units. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The smallest pieces, line by line, that turn a text into its laid-out self, so that an editor keeps its cursors and
 * folds. Layout keeps lines; where it did not, the whole becomes one piece.
 *
 * @example layoutEdits("a=1\nb = 2\n", "a = 1\nb = 2\n") // [{ start: 1, end: 2, text: " = " }]
 */
export function layoutEdits(before: string, after: string): readonly TextChange[] {
  const from = before.split("\n");
  const to = after.split("\n");
  if (from.length !== to.length) return changed(before, after, 0);
  const edits: TextChange[] = [];
  let offset = 0;
  for (const [index, line] of from.entries()) {
    edits.push(...changed(line, to[index] ?? "", offset));
    offset += line.length + 1;
  }
  return edits;
}

/** What differs between what two texts have in common at their beginnings and ends. */
function changed(before: string, after: string, offset: number): readonly TextChange[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const text = after.slice(head, after.length - tail);
  return [{ start: offset + head, end: offset + before.length - tail, text }];
}
