import { FunctionFailure } from "../function-definition.ts";

/** No path of a file is longer. */
const longestPattern = 4096;

/** Whether a path fits a pattern of `*`, `**`, `?`, `[abc]` and `{a,b}`. Takes time in pattern × path at most. */
export function globMatcher(pattern: string): (path: string) => boolean {
  if (pattern.length > longestPattern)
    throw new FunctionFailure(1, `the pattern is longer than ${longestPattern} characters`);
  const alternatives = braces(pattern).map((each) => each.split("/").map(segment));
  return (path) => {
    const names = path.split("/");
    return alternatives.some((each) => fits(each, names));
  };
}

type Segment = "**" | readonly Piece[];
type Piece = { readonly kind: "star" } | { readonly kind: "one"; readonly fits: (letter: string) => boolean };

function braces(pattern: string): readonly string[] {
  const found = /^([^{}]*)\{([^{}]*)\}(.*)$/.exec(pattern);
  if (found === null) return [pattern];
  const [, before = "", choices = "", after = ""] = found;
  const expanded = choices.split(",").flatMap((each) => braces(before + each + after));
  if (expanded.length > 1000) throw new FunctionFailure(1, "the pattern has too many alternatives");
  return expanded;
}

function segment(text: string): Segment {
  if (text === "**") return "**";
  const pieces: Piece[] = [];
  for (const [part, set, escaped] of text.matchAll(/\[([^\]]+)\]|\\(.)|[^]/gu)) {
    if (set !== undefined) pieces.push({ kind: "one", fits: letterSet(set) });
    else if (part === "*") pieces.push({ kind: "star" });
    else if (part === "?") pieces.push({ kind: "one", fits: () => true });
    else pieces.push({ kind: "one", fits: (letter) => letter === (escaped ?? part) });
  }
  return pieces;
}

function letterSet(text: string): (letter: string) => boolean {
  const negated = /^[!^]/.test(text);
  const ranges = Array.from(
    (negated ? text.slice(1) : text).matchAll(/([^])-([^])|([^])/gu),
    ([, from, to, one]) => ({
      from: from ?? one ?? "",
      to: to ?? one ?? "",
    }),
  );
  return (letter) => ranges.some(({ from, to }) => from <= letter && letter <= to) !== negated;
}

function fits(pattern: readonly Segment[], names: readonly string[]): boolean {
  return matches(
    pattern,
    names,
    (each) => each === "**",
    (each, name) => each !== "**" && fitsName(each, name),
  );
}

function fitsName(pieces: readonly Piece[], name: string): boolean {
  return matches(
    pieces,
    Array.from(name),
    ({ kind }) => kind === "star",
    (each, letter) => each.kind === "one" && each.fits(letter),
  );
}

/** Matches with wildcards that stand for any number of parts, going back only to the last of them. */
function matches<P, T>(
  pattern: readonly P[],
  parts: readonly T[],
  isWild: (each: P) => boolean,
  fit: (each: P, part: T) => boolean,
): boolean {
  let at = 0;
  let wild: { readonly pattern: number; part: number } | undefined;
  for (let part = 0; part < parts.length;) {
    const each = pattern[at];
    const given = parts[part];
    if (each !== undefined && isWild(each)) {
      wild = { pattern: at, part };
      at += 1;
    } else if (each !== undefined && given !== undefined && fit(each, given)) {
      at += 1;
      part += 1;
    } else if (wild === undefined) return false;
    else {
      wild.part += 1;
      part = wild.part;
      at = wild.pattern + 1;
    }
  }
  return pattern.slice(at).every(isWild);
}
