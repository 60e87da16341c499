export async function showProgress(..._: unknown[]): Promise<void> {}
