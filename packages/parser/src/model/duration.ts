/** Milliseconds of a duration such as `90s`, `30m` or `1h30m`; undefined where it is none. */
export function durationMilliseconds(text: string | undefined): number | undefined {
  const match = /^(?=.)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text ?? "");
  if (match === null) return undefined;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
}
