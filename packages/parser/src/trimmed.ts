/**
 * A finished list in no more memory than its items take: one that `push` made has room for 16 more, which is most of what
 * a tree of short lists would weigh.
 */
export function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.slice();
}
