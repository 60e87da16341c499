import type { Entry } from "./catalog/entry.ts";
import { catalog, type Code, type ParametersOf } from "./diagnostic-catalog.ts";
import type { Span } from "./source.ts";

/** Errors stop the command; warnings are shown and it goes on. */
export type Severity = "error" | "warning";

/** Something that the user should know about their input: what was found, what is allowed, what to do. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly summary: string;
  readonly detail: string;
  readonly span?: Span;
  /** Other places that explain this one, such as the first of two definitions. */
  readonly related?: readonly RelatedPlace[];
  /** What the references in a failing expression stood for, as printable text; sensitive ones say so. */
  readonly values?: readonly ReferenceValue[];
  /** A word of the place that is likely mistyped, and what was meant. */
  readonly meant?: Meant;
}

/** A mistyped word and the known one nearest to it. */
interface Meant {
  readonly written: string;
  readonly near: string;
}

/** A second place that a diagnostic points at, with what is there. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** A reference of the expression at fault and its value, ready to print. */
export interface ReferenceValue {
  readonly traversal: string;
  readonly value: string;
}

/** A result and what there is to say about how it came to be. */
export interface WithDiagnostics<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

const entries: { readonly [C in Code]: Entry<ParametersOf<C>> } = catalog;

/**
 * Makes a diagnostic from the catalogue; `place` is undefined where no text is at fault (a missing environment variable, say).
 *
 * @example diagnostic("unknown-attribute", nameSpan, { name: "client_idd", block: "oidc_config", near: "client_id", allowed })
 */
export function diagnostic<C extends Code>(
  code: C,
  place: Span | undefined,
  parameters: ParametersOf<C>,
): Diagnostic {
  const entry = entries[code];
  const meant = meantBy(parameters);
  return {
    code,
    severity: entry.severity,
    summary: entry.summary(parameters),
    detail: entry.detail(parameters),
    ...(place === undefined ? {} : { span: place }),
    ...(meant === undefined ? {} : { meant }),
  };
}

function meantBy(parameters: object): Meant | undefined {
  const near = "near" in parameters ? parameters.near : undefined;
  const written =
    "name" in parameters ? parameters.name : "region" in parameters ? parameters.region : undefined;
  return typeof near === "string" && typeof written === "string" ? { written, near } : undefined;
}

/** Whether any of them is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error");
}
