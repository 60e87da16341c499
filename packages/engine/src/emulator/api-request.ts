import { type ApiError, apiError } from "./api-error.ts";
import { readCaller } from "./caller.ts";
import type { CloudCall } from "./cloud.ts";

/** The parts of an HTTP request that make a call in AWS JSON 1.1. */
export interface ApiRequest {
  readonly method: string;
  readonly target: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** The call that a request makes, or what AWS says of a request that makes none. */
export type ApiRequestReading =
  | { readonly kind: "call"; readonly call: CloudCall }
  | { readonly kind: "refused"; readonly error: ApiError };

/** Reads a request in AWS JSON 1.1: the operation from its target, the place from its signature, the input from its body. */
export function readApiRequest({ method, target, authorization, body }: ApiRequest): ApiRequestReading {
  const operation = /^SageMaker\.(\w+)$/.exec(target ?? "")?.[1];
  if (method !== "POST" || operation === undefined) {
    return refuse(apiError("UnknownOperationException", "The request names no operation of SageMaker"));
  }
  const caller = readCaller(authorization);
  if (caller.kind === "refused") return caller;
  try {
    const { account, region } = caller;
    const input: unknown = body === "" ? {} : JSON.parse(body);
    return { kind: "call", call: { operation, account, region, body: input } };
  } catch {
    return refuse(apiError("SerializationException", "The request's body is not JSON"));
  }
}

function refuse(error: ApiError): ApiRequestReading {
  return { kind: "refused", error };
}
