import { assertNever } from "@wf/parser";
import { erased, firstCharacter, typable } from "../typed-text.ts";

/** A line being typed, and where in it the next character goes. */
export interface Line {
  readonly text: string;
  readonly cursor: number;
}

/** What a key does to a line. */
export type LineInput =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "erase" }
  | { readonly kind: "erase-next" }
  | { readonly kind: "erase-word" }
  | { readonly kind: "erase-all" }
  | { readonly kind: "move"; readonly to: "left" | "right" | "start" | "end" };

const longest = 1024;

/** A line with the cursor at its end. */
export function lineOf(text: string): Line {
  return { text, cursor: text.length };
}

/** The line after a key. Of what is pasted, the first line counts, without what cannot be seen. */
export function edit({ text, cursor }: Line, input: LineInput): Line {
  const before = text.slice(0, cursor);
  const after = text.slice(cursor);
  switch (input.kind) {
    case "text": {
      const [first = ""] = input.text.split(/[\r\n]/);
      const added = typable(first);
      return added === "" || text.length + added.length > longest
        ? { text, cursor }
        : { text: before + added + after, cursor: cursor + added.length };
    }
    case "erase":
      return erasedTo(erased(before), after);
    case "erase-next":
      return { text: before + after.slice(firstCharacter(after).length), cursor };
    case "erase-word":
      return erasedTo(before.replace(/\S*\s*$/u, ""), after);
    case "erase-all":
      return lineOf("");
    default:
      return { text, cursor: moved(text, cursor, input.to) };
  }
}

function erasedTo(before: string, after: string): Line {
  return { text: before + after, cursor: before.length };
}

function moved(text: string, cursor: number, to: "left" | "right" | "start" | "end"): number {
  switch (to) {
    case "left":
      return erased(text.slice(0, cursor)).length;
    case "right":
      return cursor + firstCharacter(text.slice(cursor)).length;
    case "start":
      return 0;
    case "end":
      return text.length;
    default:
      return assertNever(to);
  }
}
