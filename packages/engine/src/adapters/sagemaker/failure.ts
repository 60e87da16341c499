/** What can be told from an error of the SDK or of the socket beneath it, whatever its class. */
export interface Failure {
  /** AWS's own code, such as `ValidationException`, or the class of a local error. */
  readonly name: string;
  readonly text: string;
  readonly code: string | undefined;
  readonly syscall: string | undefined;
  /** Undefined if no answer came. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
}

/** Reads an error that someone else threw. */
export function readFailure(error: unknown): Failure {
  const metadata = member(error, "$metadata");
  const status = member(metadata, "httpStatusCode");
  const name = textOf(error, "name") ?? "Error";
  const code = textOf(error, "code");
  const text = typeof error === "string" ? error : (textOf(error, "message") ?? "");
  return {
    name,
    text: text === "" ? (code ?? name) : text,
    code,
    syscall: textOf(error, "syscall"),
    status: typeof status === "number" ? status : undefined,
    requestId: textOf(metadata, "requestId"),
  };
}

function textOf(of: unknown, name: string): string | undefined {
  const found = member(of, name);
  return typeof found === "string" ? found : undefined;
}

function member(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Reflect.get(of, name) : undefined;
}
