import { safeInteger } from "../decimal.ts";
import { eager, FunctionFailure, type FunctionDefinition } from "../function-definition.ts";
import { listType, numberType, stringType } from "../types.ts";
import { stringValue, type Value } from "../value.ts";
import { numberOf, textOf, wholeOf } from "./arguments.ts";
import { library } from "./library.ts";
import { texts } from "./string.ts";

/** Reads and writes addresses. */
export const ipLibrary = library(async () => (await import("ipaddr.js")).default);

/** A range of addresses: its first address as a number, and how many bits are fixed. */
interface Range {
  readonly first: bigint;
  readonly prefix: number;
  /** Bits of an address: 32 or 128. */
  readonly bits: number;
}

const prefix = { name: "prefix", type: stringType };

/** The functions of address ranges. */
export const ipFunctions = {
  cidrhost: eager({
    description: "The address of a number within a range; negative ones count from the end.",
    parameters: [prefix, { name: "hostnum", type: numberType }],
    result: stringType,
    call: (values) => {
      const range = readRange(values);
      const number = numberOf(values, 1);
      if (!number.isInteger()) throw new FunctionFailure(1, "a whole number is required");
      const size = 1n << BigInt(range.bits - range.prefix);
      const host = BigInt(number.toFixed());
      if (host >= size || host < -size)
        throw new FunctionFailure(1, `a range of prefix length ${range.prefix} has only ${size} addresses`);
      return stringValue(addressText(range.first + (host < 0n ? size + host : host), range.bits));
    },
  }),
  cidrnetmask: eager({
    description: "The net mask of an IPv4 range.",
    parameters: [prefix],
    result: stringType,
    call: (values) => {
      const { prefix: length, bits } = readRange(values);
      if (bits !== 32) throw new FunctionFailure(0, "only IPv4 ranges have net masks");
      return stringValue(addressText(((1n << BigInt(length)) - 1n) << BigInt(32 - length), 32));
    },
  }),
  cidrsubnet: eager({
    description: "A range within a range: so many bits longer, of that number.",
    parameters: [prefix, { name: "newbits", type: numberType }, { name: "netnum", type: numberType }],
    result: stringType,
    call: (values) => {
      const range = readRange(values);
      const length = longer(range, wholeOf(values, 1), 1);
      const number = numberOf(values, 2);
      const count = 1n << BigInt(length - range.prefix);
      if (!number.isInteger() || number.isNegative() || BigInt(number.toFixed()) >= count)
        throw new FunctionFailure(2, `it must be a whole number from 0 to ${count - 1n}`);
      const first = range.first + (BigInt(number.toFixed()) << BigInt(range.bits - length));
      return stringValue(rangeText({ first, prefix: length, bits: range.bits }));
    },
  }),
  cidrsubnets: eager({
    description: "Ranges within a range, one after the other, each so many bits longer.",
    parameters: [prefix],
    rest: { name: "newbits", type: numberType },
    result: listType(stringType),
    call: (values) => subnets(values),
  }),
} satisfies Record<string, FunctionDefinition>;

function readRange(values: readonly Value[]): Range {
  const library = ipLibrary.loaded();
  const text = textOf(values, 0);
  const found = /^([0-9a-fA-F:.]+)\/(\d{1,3})$/.exec(text);
  const [, address = "", length = ""] = found ?? [];
  const isV4 = library.IPv4.isValidFourPartDecimal(address);
  const bits = isV4 ? 32 : 128;
  if (found === null || (!isV4 && !library.IPv6.isValid(address)) || Number(length) > bits)
    throw new FunctionFailure(0, "it is not a range such as 203.0.113.0/24", `it is ${JSON.stringify(text)}`);
  const number = library
    .parse(address)
    .toByteArray()
    .reduce((so, byte) => (so << 8n) | BigInt(byte), 0n);
  const free = BigInt(bits - Number(length));
  return { first: (number >> free) << free, prefix: Number(length), bits };
}

function longer(range: Range, more: number, argument: number): number {
  const length = range.prefix + more;
  if (more < 0 || length > range.bits)
    throw new FunctionFailure(
      argument,
      `a prefix of ${range.prefix} bits can be at most ${range.bits - range.prefix} bits longer`,
    );
  return length;
}

function subnets(values: readonly Value[]): Value {
  const range = readRange(values);
  const end = range.first + (1n << BigInt(range.bits - range.prefix));
  let next = range.first;
  const ranges = values.slice(1).map((_, index) => {
    const more = safeInteger(numberOf(values, index + 1)) ?? -1;
    if (more < 1) throw new FunctionFailure(index + 1, "it must be at least 1");
    const length = longer(range, more, index + 1);
    const size = 1n << BigInt(range.bits - length);
    const first = ((next + size - 1n) / size) * size;
    next = first + size;
    if (next > end) throw new FunctionFailure(index + 1, "there is no room left for it in the range");
    return rangeText({ first, prefix: length, bits: range.bits });
  });
  return texts(ranges);
}

function rangeText({ first, prefix: length, bits }: Range): string {
  return `${addressText(first, bits)}/${length}`;
}

function addressText(address: bigint, bits: number): string {
  const bytes = Array.from({ length: bits / 8 }, (_, at) =>
    Number((address >> BigInt(bits - 8 * (at + 1))) & 0xffn),
  );
  const parsed = ipLibrary.loaded().fromByteArray(bytes);
  return "toRFC5952String" in parsed ? parsed.toRFC5952String() : parsed.toString();
}
