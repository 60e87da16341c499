/** One request as the emulator saw it. */
export interface LoggedCall {
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  /** The body, with secrets taken out. */
  readonly input: unknown;
  /** What was answered, or would have been where a fault kept the answer. */
  readonly status: number;
  readonly errorType?: string;
  /** The kind of the fault that the call met. */
  readonly fault?: string;
}

/** Where calls are noted, the latest of them. */
export interface CallLog {
  note(call: LoggedCall): void;
  calls(): readonly LoggedCall[];
}

/** Keeps the last `limit` calls, so that an emulator can run for weeks. */
export function callLog(limit = 100_000): CallLog {
  const calls: LoggedCall[] = [];
  return {
    note(call) {
      calls.push(call);
      if (calls.length > limit * 2) calls.splice(0, calls.length - limit);
    },
    calls: () => calls.slice(-limit),
  };
}

/** The same input with every client secret masked. */
export function withoutSecrets(input: unknown): unknown {
  if (Array.isArray(input)) return input.map(withoutSecrets);
  if (typeof input !== "object" || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [
      key,
      key === "ClientSecret" ? "(sensitive)" : withoutSecrets(value),
    ]),
  );
}
