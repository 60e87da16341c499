export { credentialChains } from "./credentials.ts";
export { sagemakerAccount } from "./sagemaker-account.ts";
export type { AssumeRole, SagemakerAccount, SagemakerAccountOptions } from "./sagemaker-account.ts";
export { sagemakerRegion } from "./sagemaker-region.ts";
export type { SagemakerRegionOptions } from "./sagemaker-region.ts";
