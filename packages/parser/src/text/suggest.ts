import { closest, distance } from "fastest-levenshtein";

/** The candidate that a mistyped name most likely meant, or undefined where none is near (a third of its length, at least one letter). */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const known = [...candidates];
  if (known.length === 0) return undefined;
  const near = closest(name, known);
  return distance(name, near) <= Math.max(1, Math.floor(name.length / 3)) ? near : undefined;
}
