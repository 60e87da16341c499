import type { Source, Span } from "@wf/parser";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Position, Range } from "vscode-languageserver-protocol";

const documents = new WeakMap<Source, TextDocument>();

/** A source's lines as the protocol counts them: a lone carriage return ends one too. */
function lines(source: Source): TextDocument {
  const known = documents.get(source);
  if (known !== undefined) return known;
  const made = TextDocument.create(source.name, "wf", 0, source.text);
  documents.set(source, made);
  return made;
}

/** An offset as an editor counts it: line and UTF-16 unit, both from 0. */
export function toPosition(source: Source, offset: number): Position {
  return lines(source).positionAt(offset);
}

/** A place as an editor counts it. */
export function toRange({ source, start, end }: Span): Range {
  return { start: toPosition(source, start), end: toPosition(source, end) };
}

/** The offset of an editor's position; what lies beyond a line or the text is its end. */
export function toOffset(source: Source, position: Position): number {
  return lines(source).offsetAt(position);
}
