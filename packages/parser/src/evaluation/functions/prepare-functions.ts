import type { FunctionTable } from "../function-definition.ts";

const none: FunctionTable = new Map();

/**
 * The functions of the language, with the libraries loaded that those called need; no functions where none is called.
 * Evaluation is synchronous, so this comes before it; which functions an expression calls, its tree tells.
 *
 * @example await prepareFunctions(["regex", "lower"]) // loads the one library that regex needs
 */
export async function prepareFunctions(called: Iterable<string>): Promise<FunctionTable> {
  const names = new Set(called);
  if (names.size === 0) return none;
  const { loadLibraries, standardFunctions } = await import("./standard-functions.ts");
  await loadLibraries(names);
  return standardFunctions;
}
