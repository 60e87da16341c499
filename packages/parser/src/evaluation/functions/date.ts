import { eager, FunctionFailure, type FunctionDefinition } from "../function-definition.ts";
import { numberType, stringType } from "../types.ts";
import { numberValue, stringValue, type Value } from "../value.ts";
import { textOf } from "./arguments.ts";
import { formatTime } from "./format-time.ts";
import { made } from "./string.ts";
import { parseTime, timeText, type Time } from "./time.ts";

const timestamp = { name: "timestamp", type: stringType };

/** The functions of points in time. */
export const dateFunctions = {
  formatdate: eager({
    description: "A point in time in another form, such as DD MMM YYYY hh:mm.",
    parameters: [
      { name: "format", type: stringType },
      { name: "time", type: stringType },
    ],
    result: stringType,
    call: (values) => made(formatTime(textOf(values, 0), timeOf(values, 1))),
  }),
  timeadd: eager({
    description: "A point in time moved by a duration such as 1h30m.",
    parameters: [timestamp, { name: "duration", type: stringType }],
    result: stringType,
    call: (values) => {
      const time = timeOf(values, 0);
      const moved = { ...time, nanoseconds: time.nanoseconds + duration(textOf(values, 1)) };
      const text = timeText(moved);
      if (text === undefined) throw new FunctionFailure(1, "the result is beyond the years 0 to 9999");
      return stringValue(text);
    },
  }),
  timecmp: eager({
    description: "-1, 0 or 1: whether a point in time is before, at or after another.",
    parameters: [
      { name: "timestamp_a", type: stringType },
      { name: "timestamp_b", type: stringType },
    ],
    result: numberType,
    call: (values) => {
      const [a, b] = [timeOf(values, 0).nanoseconds, timeOf(values, 1).nanoseconds];
      return numberValue(a < b ? -1 : a > b ? 1 : 0);
    },
  }),
} satisfies Record<string, FunctionDefinition>;

function timeOf(values: readonly Value[], index: number): Time {
  const text = textOf(values, index);
  const time = parseTime(text);
  if (time !== undefined) return time;
  throw new FunctionFailure(
    index,
    "it is not a point in time such as 2026-03-01T09:30:00Z (RFC 3339)",
    `it is ${JSON.stringify(text)}`,
  );
}

const units: Readonly<Record<string, bigint>> = {
  h: 3_600_000_000_000n,
  m: 60_000_000_000n,
  s: 1_000_000_000n,
  ms: 1_000_000n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ns: 1n,
};

const durationForm = /^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:h|ms|m|s|us|µs|μs|ns))+$/;
const longestDuration = 100;

/** The nanoseconds of a duration as Go writes them. */
function duration(text: string): bigint {
  if (/^[+-]?0$/.test(text)) return 0n;
  if (text.length > longestDuration || !durationForm.test(text))
    throw new FunctionFailure(
      1,
      "it is not a duration such as 90s, 15m or 1h30m",
      `it is ${JSON.stringify(text)}`,
    );
  let total = 0n;
  for (const [, whole = "", fraction = "", unit = ""] of text.matchAll(
    /(\d*)\.?(\d*)(h|ms|m|s|us|µs|μs|ns)/g,
  )) {
    const size = units[unit] ?? 0n;
    total += BigInt(whole || "0") * size;
    total += (BigInt(fraction || "0") * size) / 10n ** BigInt(fraction.length);
  }
  return text.startsWith("-") ? -total : total;
}
