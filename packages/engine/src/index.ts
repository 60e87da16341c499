export { RemoteError } from "./remote-error.ts";
export type { RemoteReason } from "./remote-error.ts";
export type { ApiCall, Operation } from "./api-call.ts";
export type * from "./live-state.ts";
export type { ApiResult, Clock, Region, Retry, SendOptions } from "./ports.ts";
