import { evaluationCatalog } from "./catalog/evaluation.ts";
import { modelCatalog } from "./catalog/model.ts";
import { syntaxCatalog } from "./catalog/syntax.ts";

/** Every code once. A code is stable: people search for it, suppress it and link to it. */
export const catalog = { ...syntaxCatalog, ...evaluationCatalog, ...modelCatalog };

/** A diagnostic's stable name. */
export type Code = keyof typeof catalog;

/** Every code, in alphabetical order. */
export const codes: readonly Code[] = Object.keys(catalog).filter(isCode).toSorted();

function isCode(text: string): text is Code {
  return Object.hasOwn(catalog, text);
}

/** What must be told to make a diagnostic of this code. */
export type ParametersOf<C extends Code> = Parameters<(typeof catalog)[C]["summary"]>[0];
