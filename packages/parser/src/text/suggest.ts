import { closest, distance } from "fastest-levenshtein";

// Among more, looking for each of many mistyped names would take minutes.
const most = 1000;

/** The candidate that a mistyped name most likely meant, or undefined where none is near (one letter off, two of a name of four letters or more, or a third of a long one). */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const known = [...candidates];
  if (known.length === 0 || known.length > most) return undefined;
  const near = closest(name, known);
  const farthest = name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3));
  return distance(name, near) <= farthest ? near : undefined;
}
