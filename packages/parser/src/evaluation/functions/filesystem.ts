import {
  eager,
  FunctionFailure,
  type FunctionDefinition,
  type Surroundings,
} from "../function-definition.ts";
import { setValue } from "../set-value.ts";
import { boolType, setType, stringType } from "../types.ts";
import { boolValue, stringValue, type Value } from "../value.ts";
import { textOf } from "./arguments.ts";
import { globMatcher } from "./glob.ts";
import { made } from "./string.ts";
import { base64, decodedText } from "./utf8.ts";
import { withoutEnd } from "./without-end.ts";

const path = { name: "path", type: stringType };

/** The functions of files and their names. */
export const filesystemFunctions = {
  basename: eager({
    description: "The last name of a path.",
    parameters: [path],
    result: stringType,
    call: (values) => stringValue(lastName(textOf(values, 0))),
  }),
  dirname: eager({
    description: "A path without its last name.",
    parameters: [path],
    result: stringType,
    call: (values) => {
      const given = textOf(values, 0);
      return stringValue(cleaned(given.slice(0, given.lastIndexOf("/") + 1)));
    },
  }),
  file: eager({
    description: "The text of a file of the configuration's directory.",
    parameters: [path],
    result: stringType,
    call: (values, around) => made(readText(values, around)),
  }),
  filebase64: eager({
    description: "The bytes of a file of the configuration's directory, as base64.",
    parameters: [path],
    result: stringType,
    call: (values, around) => made(base64(readBytes(values, around))),
  }),
  fileexists: eager({
    description: "Whether there is such a file in the configuration's directory.",
    parameters: [path],
    result: boolType,
    call: (values, { host }) => boolValue(host?.fileExists(textOf(values, 0)) === true),
  }),
  fileset: eager({
    description: "The paths below a directory that fit a pattern: *, **, ?, [abc], {a,b}.",
    parameters: [path, { name: "pattern", type: stringType }],
    result: setType(stringType),
    call: (values, { host }) => {
      const listed = host?.listFiles(textOf(values, 0)) ?? { failure: "files cannot be read here" };
      if ("failure" in listed) throw new FunctionFailure(0, "the directory cannot be listed", listed.failure);
      const matches = globMatcher(textOf(values, 1));
      return setValue(stringType, listed.paths.filter(matches).map(stringValue));
    },
  }),
  pathexpand: eager({
    description: "The path with a ~ at its beginning replaced by the home directory.",
    parameters: [path],
    result: stringType,
    call: (values, { host }) => {
      const given = textOf(values, 0);
      const home = host?.homeDirectory?.();
      return stringValue(home !== undefined && /^~(?:\/|$)/.test(given) ? home + given.slice(1) : given);
    },
  }),
  templatefile: eager({
    description: "A file's text as a template, with these variables.",
    parameters: [path, { name: "vars", type: { kind: "dynamic" } }],
    result: { kind: "dynamic" },
    call: (values, around) => rendered(textOf(values, 0), readText(values, around), values[1], around),
  }),
  templatestring: eager({
    description: "A text as a template, with these variables.",
    parameters: [
      { name: "template", type: stringType },
      { name: "vars", type: { kind: "dynamic" } },
    ],
    result: { kind: "dynamic" },
    call: (values, around) => rendered("template", textOf(values, 0), values[1], around),
  }),
} satisfies Record<string, FunctionDefinition>;

/** The bytes of the file that the first argument names. */
export function readBytes(values: readonly Value[], { host }: Surroundings): Uint8Array {
  const content = host?.readFile(textOf(values, 0)) ?? { failure: "files cannot be read here" };
  if ("bytes" in content) return content.bytes;
  throw new FunctionFailure(0, "the file cannot be read", content.failure);
}

function readText(values: readonly Value[], around: Surroundings): string {
  const text = decodedText(readBytes(values, around));
  if (text !== undefined) return text;
  throw new FunctionFailure(0, "the file is not valid UTF-8; filebase64 reads any bytes");
}

function rendered(name: string, text: string, variables: Value | undefined, around: Surroundings): Value {
  if (variables?.kind !== "mapping") throw new FunctionFailure(1, "a map or an object is required");
  return around.renderTemplate(name, text, variables.entries);
}

function lastName(given: string): string {
  if (given === "") return ".";
  const trimmed = withoutEnd(given, "/");
  return trimmed === "" ? "/" : trimmed.slice(trimmed.lastIndexOf("/") + 1);
}

/** The shortest path that means the same. */
function cleaned(given: string): string {
  const rooted = given.startsWith("/");
  const names: string[] = [];
  for (const name of given.split("/")) {
    if (name === "" || name === ".") continue;
    if (name === ".." && names.length > 0 && names.at(-1) !== "..") names.pop();
    else if (name !== ".." || !rooted) names.push(name);
  }
  const joined = names.join("/");
  return rooted ? `/${joined}` : joined || ".";
}
