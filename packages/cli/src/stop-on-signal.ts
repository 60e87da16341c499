/** Calls `stop` at the first of these signals that arrives while `work` goes on, and no longer than that. */
export async function stopOnSignal<Result>(
  signals: readonly NodeJS.Signals[],
  stop: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
