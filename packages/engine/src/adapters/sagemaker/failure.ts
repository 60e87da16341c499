import * as z from "zod";

const schema = z.object({
  name: z.string().catch("Error"),
  message: z.string().catch(""),
  code: z.string().optional().catch(undefined),
  syscall: z.string().optional().catch(undefined),
  $metadata: z
    .object({
      httpStatusCode: z.number().optional().catch(undefined),
      requestId: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

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
  const read = schema.safeParse(error);
  const { name, message, code, syscall, $metadata } = read.success
    ? read.data
    : { name: "Error", message: String(error) };
  return {
    name,
    text: message === "" ? (code ?? name) : message,
    code,
    syscall,
    status: $metadata?.httpStatusCode,
    requestId: $metadata?.requestId,
  };
}
