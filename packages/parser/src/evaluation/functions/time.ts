/** A point in time, and the offset from UTC (in minutes) in which it was said. */
export interface Time {
  /** Since 1970 in UTC. */
  readonly nanoseconds: bigint;
  readonly offset: number;
}

/** A point in time as calendars and clocks show it. */
export interface Calendar {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))$/;

/** Reads RFC 3339; undefined where it is not that, or no day of any calendar. */
export function parseTime(text: string): Time | undefined {
  const found = form.exec(text);
  if (found === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  const [fraction = "", sign, hours = "0", minutes = "0"] = found.slice(7);
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59 || second > 59 || Number(hours) > 23 || Number(minutes) > 59)
    return undefined;
  const milliseconds = BigInt(date.getTime() - offset * 60_000);
  return { nanoseconds: milliseconds * 1_000_000n + BigInt(fraction.padEnd(9, "0")), offset };
}

/** What calendars and clocks show at the time's own offset; undefined beyond the years 0 to 9999. */
export function calendarOf({ nanoseconds, offset }: Time): Calendar | undefined {
  const seconds = floorDivide(nanoseconds, 1_000_000_000n) + BigInt(offset * 60);
  if (seconds < -62_167_219_200n || seconds > 253_402_300_799n) return undefined;
  const date = new Date(Number(seconds) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** RFC 3339 again, with a fraction only where there is one. */
export function timeText(time: Time): string | undefined {
  const calendar = calendarOf(time);
  if (calendar === undefined) return undefined;
  const { year, month, day, hour, minute, second } = calendar;
  const rest = time.nanoseconds - floorDivide(time.nanoseconds, 1_000_000_000n) * 1_000_000_000n;
  const fraction = rest === 0n ? "" : `.${rest.toString().padStart(9, "0").replace(/0+$/, "")}`;
  const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  return `${date}T${digits(hour, 2)}:${digits(minute, 2)}:${digits(second, 2)}${fraction}${offsetText(time.offset, ":")}`;
}

/** `Z`, or `+01:00` with this separator. */
export function offsetText(offset: number, separator: string): string {
  if (offset === 0) return "Z";
  const size = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${digits(Math.floor(size / 60), 2)}${separator}${digits(size % 60, 2)}`;
}

/** A number with zeros before it. */
export function digits(number: number, length: number): string {
  return String(number).padStart(length, "0");
}

function floorDivide(number: bigint, by: bigint): bigint {
  return number / by - (number % by < 0n ? 1n : 0n);
}
