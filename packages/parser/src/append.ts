/** Adds items to a list. Unlike `push(...items)`, which puts each on the call stack, it takes any number of them. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
