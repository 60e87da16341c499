/** Whether a user pool is in a region: its id begins with the region's name. */
export function isPoolOf(userPool: string, region: string): boolean {
  return userPool.startsWith(`${region}_`);
}
