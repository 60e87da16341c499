/** Ends a switch over a union: does not compile while a member is left out. */
export function assertNever(value: never): never {
  throw new Error(`A case was forgotten: ${JSON.stringify(value)}`);
}
