import { limits, LimitExceeded } from "./limits.ts";
import { moreSensitive, type Sensitivity } from "./sensitivity.ts";

/** What is true of a value and all within it, kept so that asking costs nothing however large the value is. */
export interface Extent {
  /** How many values it holds, itself included. */
  readonly size: number;
  readonly depth: number;
  /** UTF-16 units of the texts within it, its own not counted. */
  readonly text: number;
  readonly known: boolean;
  /** The most sensitive of the values within it, its own sensitivity not counted. */
  readonly sensitive: Sensitivity;
}

/** The extent of a value that holds no other. */
export const leaf: Extent = { size: 1, depth: 1, text: 0, known: true, sensitive: false };

interface Part {
  /** Of a string. */
  readonly text?: string;
  readonly sensitive: Sensitivity;
  readonly extent: Extent;
}

/** The extent of a value with these parts. Throws where it is beyond the limits. */
export function extentOf(parts: Iterable<Part>): Extent {
  let size = 1;
  let depth = 0;
  let text = 0;
  let known = true;
  let sensitive: Sensitivity = false;
  for (const part of parts) {
    size += part.extent.size;
    text += part.text?.length ?? part.extent.text;
    if (part.extent.depth > depth) depth = part.extent.depth;
    known &&= part.extent.known;
    sensitive = moreSensitive(sensitive, moreSensitive(part.sensitive, part.extent.sensitive));
  }
  if (size > limits.size) throw new LimitExceeded("size");
  if (depth >= limits.depth) throw new LimitExceeded("depth");
  return { size, depth: depth + 1, text, known, sensitive };
}
