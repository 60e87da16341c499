/** Text of others that ends as a sentence does, so that ours can follow it. */
export function ended(text: string): string {
  return /[.…!?]$/.test(text) ? text : `${text}.`;
}
