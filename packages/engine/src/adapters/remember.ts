/** The same question asked once: later askers get the first one's answer, or share its failure. */
export function remember<A extends readonly unknown[], T>(
  ask: (...question: A) => Promise<T>,
): (...question: A) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return async (...question) => {
    const key = JSON.stringify(question);
    const asked = known.get(key) ?? ask(...question);
    known.set(key, asked);
    return asked;
  };
}
