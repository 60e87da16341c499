/** Orders texts by code points, as HCL orders names and the strings of a set (UTF-16 order differs beyond the BMP). */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  const shared = Math.min(left.length, right.length);
  for (let at = 0; at < shared; at += 1) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) return aboveBmpLast(a) - aboveBmpLast(b);
  }
  return left.length - right.length;
}

/** Half of a surrogate pair stands for a code point above all others, yet its unit lies below U+E000. */
function aboveBmpLast(unit: number): number {
  return unit >= 0xd8_00 && unit < 0xe0_00 ? unit + 0x1_00_00 : unit;
}
