/** Turns pushes into an async iteration: what is pushed before the reader comes waits for it. */
export interface EventQueue<T> {
  readonly push: (event: T) => void;
  /** Ends the iteration once everything pushed has been read. */
  readonly close: () => void;
  /** For one reader. */
  readonly events: () => AsyncGenerator<T, void>;
}

export function eventQueue<T>(): EventQueue<T> {
  let waiting: T[] = [];
  let closed = false;
  let wake: (() => void) | undefined;
  return {
    push: (event) => {
      waiting.push(event);
      wake?.();
    },
    close: () => {
      closed = true;
      wake?.();
    },
    events: async function* () {
      while (true) {
        const ready = waiting;
        waiting = [];
        yield* ready;
        if (waiting.length > 0) continue;
        if (closed) return;
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        await promise;
      }
    },
  };
}
