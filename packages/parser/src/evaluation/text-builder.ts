import { checkTextLength } from "./limits.ts";

/** A text that is made of pieces. */
export interface TextBuilder {
  /** Adds a piece; throws where the text would be too long. */
  readonly write: (piece: string) => void;
  readonly text: () => string;
}

/** A text without pieces yet. */
export function textBuilder(): TextBuilder {
  const pieces: string[] = [];
  let length = 0;
  return {
    write: (piece): void => {
      length += piece.length;
      checkTextLength(length);
      pieces.push(piece);
    },
    text: (): string => pieces.join(""),
  };
}
