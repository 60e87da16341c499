export async function askApproval(..._: unknown[]): Promise<boolean> {
  return false;
}
