/** A library that only some functions need, and that takes time to load. */
export interface Library<T> {
  readonly load: () => Promise<void>;
  /** The library; throws where it was not loaded. */
  readonly loaded: () => T;
}

/** A library that is imported when first asked for, so that starting up does not pay for it. */
export function library<T>(load: () => Promise<T>): Library<T> {
  let content: T | undefined;
  return {
    load: async (): Promise<void> => {
      content ??= await load();
    },
    loaded: (): T => {
      if (content === undefined) throw new Error("prepareFunctions was not called with this function");
      return content;
    },
  };
}
