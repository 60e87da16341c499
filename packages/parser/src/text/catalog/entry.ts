/** What is said whenever one kind of mistake is met. `P` is what the one who meets it must tell. */
export interface Entry<P extends object> {
  readonly severity: "error" | "warning";
  /** One line, without a full stop: what was found. */
  readonly summary: (parameters: P) => string;
  /** Sentences: what is allowed and what to do. */
  readonly detail: (parameters: P) => string;
}

/** An error's entry in the catalogue. */
export function error<P extends object = Record<string, never>>(
  summary: (parameters: P) => string,
  detail: (parameters: P) => string,
): Entry<P> {
  return { severity: "error", summary, detail };
}

/** A warning's entry in the catalogue. */
export function warning<P extends object = Record<string, never>>(
  summary: (parameters: P) => string,
  detail: (parameters: P) => string,
): Entry<P> {
  return { severity: "warning", summary, detail };
}

/** ` Did you mean "x"?`, or nothing where there is no near name. */
export function didYouMean(near: string | undefined): string {
  return near === undefined ? "" : ` Did you mean "${near}"?`;
}
