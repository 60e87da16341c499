import type { Source } from "@wf/parser";

/** What is worked out from a source: once for each, however many places of it are shown, and kept while the source is. */
export function onceASource<Result>(work: (source: Source) => Result): (source: Source) => Result {
  const known = new WeakMap<Source, { readonly result: Result }>();
  return (source) => {
    const found = known.get(source) ?? { result: work(source) };
    known.set(source, found);
    return found.result;
  };
}
