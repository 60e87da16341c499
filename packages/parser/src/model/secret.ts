/** A value that must not be printed: a function, so that no serializer, logger or template shows it. */
export interface Secret {
  readonly reveal: () => string;
}

/** Wraps a secret where it enters the model. */
export function secret(value: string): Secret {
  return { reveal: () => value };
}
