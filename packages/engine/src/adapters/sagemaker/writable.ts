/** The same data with nothing readonly in it. */
export type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Writable<Item>[]
    : { -readonly [Key in keyof T]: Writable<T[Key]> };

/** A copy that the SDK may have, whose types ask for mutable arrays though it never changes them. */
export function writable<T>(data: T): Writable<T>;
export function writable(data: unknown): unknown {
  return structuredClone(data);
}
