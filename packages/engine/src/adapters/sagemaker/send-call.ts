import {
  AddTagsCommand,
  CreateWorkforceCommand,
  CreateWorkteamCommand,
  DeleteTagsCommand,
  DeleteWorkforceCommand,
  DeleteWorkteamCommand,
  type SageMakerClient,
  UpdateWorkforceCommand,
  UpdateWorkteamCommand,
} from "@aws-sdk/client-sagemaker";
import type { ApiCall } from "../../api-call.ts";
import { assertNever } from "../../assert-never.ts";
import type { ApiResult, CallOptions } from "../../ports.ts";
import { runCall } from "./run-call.ts";
import { writable } from "./writable.ts";

/** Sends one mutating call. */
export function sendCall(
  client: SageMakerClient,
  region: string,
  call: ApiCall,
  { signal, onRetry }: CallOptions = {},
): Promise<ApiResult> {
  const { operation } = call;
  const secret =
    operation === "CreateWorkforce" || operation === "UpdateWorkforce"
      ? call.input.OidcConfig?.ClientSecret
      : undefined;
  return runCall({ operation, region, mutating: true, secret, onRetry }, signal, (options) =>
    send(client, call, options),
  );
}

async function send(
  client: SageMakerClient,
  call: ApiCall,
  options: { readonly abortSignal?: AbortSignal },
): Promise<ApiResult> {
  switch (call.operation) {
    case "CreateWorkforce": {
      const { WorkforceArn: arn } = await client.send(
        new CreateWorkforceCommand(withSecret(writable(call.input))),
        options,
      );
      return arn === undefined ? {} : { arn };
    }
    case "UpdateWorkforce":
      await client.send(new UpdateWorkforceCommand(withSecret(writable(call.input))), options);
      return {};
    case "DeleteWorkforce":
      await client.send(new DeleteWorkforceCommand(call.input), options);
      return {};
    case "CreateWorkteam": {
      const { WorkteamArn: arn } = await client.send(
        new CreateWorkteamCommand(writable(call.input)),
        options,
      );
      return arn === undefined ? {} : { arn };
    }
    case "UpdateWorkteam":
      await client.send(new UpdateWorkteamCommand(writable(call.input)), options);
      return {};
    case "DeleteWorkteam": {
      const { Success: success } = await client.send(new DeleteWorkteamCommand(call.input), options);
      return success === undefined ? {} : { success };
    }
    case "AddTags":
      await client.send(new AddTagsCommand(writable(call.input)), options);
      return {};
    case "DeleteTags":
      await client.send(new DeleteTagsCommand(writable(call.input)), options);
      return {};
    default:
      return assertNever(call);
  }
}

/** The SDK's type wants a secret to be there; AWS says so itself where it isn't. */
function withSecret<Input extends { OidcConfig?: { ClientSecret?: string } | undefined }>(
  input: Input,
): Input & {
  OidcConfig: undefined | (NonNullable<Input["OidcConfig"]> & { ClientSecret: string | undefined });
} {
  const { OidcConfig: oidc } = input;
  return {
    ...input,
    OidcConfig: oidc === undefined ? undefined : { ...oidc, ClientSecret: oidc.ClientSecret },
  };
}
