import type { FunctionDefinition, FunctionTable } from "../function-definition.ts";
import { conversionFunctions } from "./conversion.ts";
import { dateFunctions } from "./date.ts";
import { csvLibrary, encodingFunctions } from "./encoding.ts";
import { environmentFunctions } from "./environment.ts";
import { filesystemFunctions } from "./filesystem.ts";
import { hashFunctions, hashLibrary } from "./hash.ts";
import { ipFunctions, ipLibrary } from "./ip.ts";
import { mappingFunctions } from "./mapping.ts";
import { numericFunctions } from "./numeric.ts";
import { regexFunctions, regexLibrary } from "./regex.ts";
import { sequenceFunctions } from "./sequence.ts";
import { setFunctions } from "./sets.ts";
import { stringFunctions } from "./string.ts";
import { yamlFunctions, yamlLibrary } from "./yaml.ts";

/** Every function of the language, by name. */
export const standardFunctions: FunctionTable = new Map<string, FunctionDefinition>(
  [
    conversionFunctions,
    dateFunctions,
    encodingFunctions,
    environmentFunctions,
    filesystemFunctions,
    hashFunctions,
    ipFunctions,
    mappingFunctions,
    numericFunctions,
    regexFunctions,
    sequenceFunctions,
    setFunctions,
    stringFunctions,
    yamlFunctions,
  ]
    .flatMap((family): [string, FunctionDefinition][] => Object.entries(family))
    .toSorted(([left], [right]) => (left < right ? -1 : 1)),
);

const libraries = [
  { library: regexLibrary, functions: Object.keys(regexFunctions) },
  { library: yamlLibrary, functions: Object.keys(yamlFunctions) },
  { library: hashLibrary, functions: Object.keys(hashFunctions) },
  { library: ipLibrary, functions: Object.keys(ipFunctions) },
  { library: csvLibrary, functions: ["csvdecode"] },
];

/** Loads the libraries that these functions need. */
export async function loadLibraries(names: ReadonlySet<string>): Promise<void> {
  // What a template calls is known only once it is read.
  const all = names.has("templatefile") || names.has("templatestring");
  const needed = libraries.filter(({ functions }) => all || functions.some((each) => names.has(each)));
  await Promise.all(needed.map(({ library }) => library.load()));
}
