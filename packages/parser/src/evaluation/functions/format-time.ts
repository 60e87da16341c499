import { FunctionFailure } from "../function-definition.ts";
import { calendarOf, digits, offsetText, type Calendar, type Time } from "./time.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

type Write = (at: Calendar, offset: number) => string;

const verbs: ReadonlyMap<string, Write> = new Map<string, Write>([
  ["YYYY", (at) => digits(at.year, 4)],
  ["YY", (at) => digits(at.year % 100, 2)],
  ["MMMM", (at) => months[at.month - 1] ?? ""],
  ["MMM", (at) => (months[at.month - 1] ?? "").slice(0, 3)],
  ["MM", (at) => digits(at.month, 2)],
  ["M", (at) => String(at.month)],
  ["DD", (at) => digits(at.day, 2)],
  ["D", (at) => String(at.day)],
  ["EEEE", (at) => days[at.weekday] ?? ""],
  ["EEE", (at) => (days[at.weekday] ?? "").slice(0, 3)],
  ["hh", (at) => digits(at.hour, 2)],
  ["h", (at) => String(at.hour)],
  ["HH", (at) => digits(at.hour % 12 || 12, 2)],
  ["H", (at) => String(at.hour % 12 || 12)],
  ["AA", (at) => (at.hour < 12 ? "AM" : "PM")],
  ["aa", (at) => (at.hour < 12 ? "am" : "pm")],
  ["mm", (at) => digits(at.minute, 2)],
  ["m", (at) => String(at.minute)],
  ["ss", (at) => digits(at.second, 2)],
  ["s", (at) => String(at.second)],
  ["ZZZZZ", (_, offset) => (offset === 0 ? "+00:00" : offsetText(offset, ":"))],
  ["ZZZZ", (_, offset) => (offset === 0 ? "+0000" : offsetText(offset, ""))],
  ["ZZZ", (_, offset) => (offset === 0 ? "UTC" : offsetText(offset, ""))],
  ["Z", (_, offset) => offsetText(offset, ":")],
]);

/** Writes a point in time by a pattern: runs of one letter are verbs, texts in single quotes stand for themselves. */
export function formatTime(pattern: string, time: Time): string {
  const at = calendarOf(time);
  if (at === undefined) throw new FunctionFailure(1, "it is beyond the years 0 to 9999");
  return pattern.replace(/'((?:[^']|'')*)('?)|([A-Za-z])\3*/g, (run, quoted?: string, closing?: string) => {
    if (quoted !== undefined) {
      if (closing !== "'") throw new FunctionFailure(0, "a quoted part of it is not closed");
      return quoted === "" ? "'" : quoted.replace(/''/g, "'");
    }
    const write = verbs.get(run);
    if (write === undefined)
      throw new FunctionFailure(0, "it holds letters that are no verb; put text in single quotes", run);
    return write(at, time.offset);
  });
}
