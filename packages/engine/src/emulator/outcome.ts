import type { ApiError } from "./api-error.ts";
import type { RegionState } from "./state-schema.ts";

/** What an operation comes to: the region as it is afterwards and an answer, or an error and a region as before. */
export type Outcome<Output> =
  | { readonly kind: "done"; readonly region: RegionState; readonly output: Output }
  | { readonly kind: "refused"; readonly error: ApiError };

/** The operation was carried out. */
export function done<Output>(region: RegionState, output: Output): Outcome<Output> {
  return { kind: "done", region, output };
}

/** The operation changed nothing. */
export function refused(error: ApiError): { readonly kind: "refused"; readonly error: ApiError } {
  return { kind: "refused", error };
}
