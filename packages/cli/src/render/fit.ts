/** A part of a document that may be left out. */
export interface Piece {
  readonly text: string;
  /** 0 for what must be there; the higher, the sooner it goes. */
  readonly rank: number;
  /** Within a rank: the lower, the sooner it goes. */
  readonly weight: number;
  /** What it is, in the plural, where leaving it out must be said. */
  readonly what: string;
}

/** Which pieces fit into a number of characters, in their order, and how many of what do not. */
export function fit(
  pieces: readonly Piece[],
  most: number,
): { readonly kept: readonly Piece[]; readonly cut: ReadonlyMap<string, number> } {
  const byImportance = [...pieces].sort(
    (left, right) => left.rank - right.rank || right.weight - left.weight,
  );
  const kept = new Set<Piece>();
  let left = most;
  let lastRank = Infinity;
  for (const piece of byImportance) {
    if (piece.rank > lastRank) break;
    if (piece.text.length > left) lastRank = piece.rank;
    else {
      kept.add(piece);
      left -= piece.text.length;
    }
  }
  const cut = Map.groupBy(
    pieces.filter((piece) => !kept.has(piece)),
    (piece) => piece.what,
  );
  return {
    kept: pieces.filter((piece) => kept.has(piece)),
    cut: new Map([...cut].map(([what, group]) => [what, group.length])),
  };
}
