/** Everything that a listing holds, page after page. */
export async function allPages<Item>(
  page: (token: string | undefined) => Promise<{
    readonly items: readonly Item[];
    readonly next: string | undefined;
  }>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let token: string | undefined;
  do {
    const { items: more, next } = await page(token);
    items.push(...more);
    token = next === "" ? undefined : next;
  } while (token !== undefined);
  return items;
}
