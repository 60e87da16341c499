import { type ApiError, apiError } from "./api-error.ts";

/** For whom and where a request asks to run, as its signature says. */
export type Caller =
  | { readonly kind: "caller"; readonly account: string; readonly region: string }
  | { readonly kind: "refused"; readonly error: ApiError };

/** The account of callers whose access key isn't an account's number. */
export const defaultAccount = "123456789012";

/**
 * Reads account and region from the Authorization header. The signature itself is not checked; an access key of twelve
 * digits is taken for the account, as LocalStack does.
 */
export function readCaller(authorization: string | undefined): Caller {
  const match =
    /^AWS4-HMAC-SHA256 .*Credential=([^/,\s]+)\/\d{8}\/([a-z]{2,5}(?:-[a-z]+)+-\d+)\/sagemaker\/aws4_request/.exec(
      authorization ?? "",
    );
  const [, accessKey, region] = match ?? [];
  if (accessKey === undefined || region === undefined) {
    const error = apiError("MissingAuthenticationTokenException", "Missing Authentication Token", 403);
    return { kind: "refused", error };
  }
  return { kind: "caller", account: /^\d{12}$/.test(accessKey) ? accessKey : defaultAccount, region };
}
