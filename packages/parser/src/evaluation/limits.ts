/** What evaluation may cost. A configuration that a stranger sent must not be able to take the machine down. */
export const limits = {
  /** Expressions within expressions, and values within values. */
  depth: 500,
  /** Expressions evaluated, each round of a loop counted, under one budget. */
  steps: 5_000_000,
  /** Values in one value, each level counted. */
  size: 1_000_000,
  /** UTF-16 units of one string. */
  text: 16_000_000,
} as const;

/** Which limit was met. */
export type Limit = keyof typeof limits;

/** Thrown where a limit is met, deep within evaluation; `evaluate` turns it into a diagnostic. */
export class LimitExceeded extends Error {
  readonly limit: Limit;

  constructor(limit: Limit) {
    super(`The limit of ${limit} was exceeded`);
    this.name = "LimitExceeded";
    this.limit = limit;
  }
}

/** What evaluation has used so far; one may serve many expressions, so that together they stay within the limits. */
export interface Budget {
  stepsLeft: number;
  depth: number;
}

/** A budget of which nothing is spent yet. */
export function freshBudget(): Budget {
  return { stepsLeft: limits.steps, depth: 0 };
}

/** Throws where a text would be too long to make. */
export function checkTextLength(length: number): void {
  if (length > limits.text) throw new LimitExceeded("text");
}

/** Throws where a collection would have too many elements to make. */
export function checkSize(size: number): void {
  if (size > limits.size) throw new LimitExceeded("size");
}
