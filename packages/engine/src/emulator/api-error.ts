/** An error as the API answers it: what stands in `__type`, the text, the HTTP status. */
export interface ApiError {
  readonly type: string;
  readonly message: string;
  readonly status: number;
}

/** An error with AWS's usual status for a caller's mistake. */
export function apiError(type: string, message: string, status = 400): ApiError {
  return { type, message, status };
}

/** The error that SageMaker uses for nearly everything, missing workforces included. */
export function validationError(message: string): ApiError {
  return apiError("ValidationException", message);
}

/** A workforce that isn't there; clients look for `No workforce`. */
export function noWorkforce(name: string, account: string): ApiError {
  return validationError(`No workforce named ${name} found for account ${account}`);
}

/** A work team that isn't there; clients look for `The work team`. */
export function noWorkteam(name: string, account: string): ApiError {
  return validationError(`The work team ${name} does not exist for account ${account}`);
}
