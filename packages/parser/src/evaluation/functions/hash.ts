import { eager, FunctionFailure, type FunctionDefinition } from "../function-definition.ts";
import { stringType } from "../types.ts";
import { stringValue } from "../value.ts";
import { textOf } from "./arguments.ts";
import { readBytes } from "./filesystem.ts";
import { library } from "./library.ts";
import { base64, hex, utf8Bytes } from "./utf8.ts";

/** Hashes in JavaScript alone. */
export const hashLibrary = library(async () => {
  const [{ sha256, sha512 }, { md5, sha1 }] = await Promise.all([
    import("@noble/hashes/sha2.js"),
    import("@noble/hashes/legacy.js"),
  ]);
  return { md5, sha1, sha256, sha512 };
});

type Algorithm = "md5" | "sha1" | "sha256" | "sha512";

function digest(algorithm: Algorithm, bytes: Uint8Array): Uint8Array {
  return hashLibrary.loaded()[algorithm](bytes);
}

function ofText(
  algorithm: Algorithm,
  write: (bytes: Uint8Array) => string,
  form: string,
): FunctionDefinition {
  return eager({
    description: `The ${algorithm.toUpperCase()} hash of a text, ${form}.`,
    parameters: [{ name: "str", type: stringType }],
    result: stringType,
    call: (values) => stringValue(write(digest(algorithm, utf8Bytes(textOf(values, 0))))),
  });
}

function ofFile(
  algorithm: Algorithm,
  write: (bytes: Uint8Array) => string,
  form: string,
): FunctionDefinition {
  return eager({
    description: `The ${algorithm.toUpperCase()} hash of a file, ${form}.`,
    parameters: [{ name: "path", type: stringType }],
    result: stringType,
    call: (values, around) => stringValue(write(digest(algorithm, readBytes(values, around)))),
  });
}

const digits = "in hexadecimal digits";

/** The functions of hashes. */
export const hashFunctions = {
  base64sha256: ofText("sha256", base64, "as base64"),
  base64sha512: ofText("sha512", base64, "as base64"),
  filebase64sha256: ofFile("sha256", base64, "as base64"),
  filebase64sha512: ofFile("sha512", base64, "as base64"),
  filemd5: ofFile("md5", hex, digits),
  filesha1: ofFile("sha1", hex, digits),
  filesha256: ofFile("sha256", hex, digits),
  filesha512: ofFile("sha512", hex, digits),
  md5: ofText("md5", hex, digits),
  sha1: ofText("sha1", hex, digits),
  sha256: ofText("sha256", hex, digits),
  sha512: ofText("sha512", hex, digits),
  uuidv5: eager({
    description: "The UUID of a name within a namespace: dns, url, oid, x500, or a UUID.",
    parameters: [
      { name: "namespace", type: stringType },
      { name: "name", type: stringType },
    ],
    result: stringType,
    call: (values) => stringValue(uuid(textOf(values, 0), textOf(values, 1))),
  }),
} satisfies Record<string, FunctionDefinition>;

const namespaces: ReadonlyMap<string, string> = new Map([
  ["dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"],
  ["url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"],
  ["oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8"],
  ["x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8"],
]);

function uuid(namespace: string, name: string): string {
  const space = (namespaces.get(namespace) ?? namespace).replace(/-/g, "");
  if (!/^[0-9a-fA-F]{32}$/.test(space))
    throw new FunctionFailure(0, "it must be dns, url, oid, x500 or a UUID");
  const spaceBytes = Array.from({ length: 16 }, (_, at) =>
    Number.parseInt(space.slice(at * 2, at * 2 + 2), 16),
  );
  const hashed = digest("sha1", Uint8Array.from([...spaceBytes, ...utf8Bytes(name)])).slice(0, 16);
  const bytes = hashed.map((each, at) =>
    at === 6 ? (each & 0x0f) | 0x50 : at === 8 ? (each & 0x3f) | 0x80 : each,
  );
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
