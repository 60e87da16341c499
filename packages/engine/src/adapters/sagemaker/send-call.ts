import {
  AddTagsCommand,
  CreateWorkforceCommand,
  CreateWorkteamCommand,
  DeleteTagsCommand,
  DeleteWorkforceCommand,
  DeleteWorkteamCommand,
  UpdateWorkforceCommand,
  UpdateWorkteamCommand,
} from "@aws-sdk/client-sagemaker";
import type { ApiCall } from "../../api-call.ts";
import { assertNever } from "@wf/parser";
import type { ApiResult, CallOptions } from "../../ports.ts";
import type { RegionClient } from "./region-client.ts";
import { writable } from "./writable.ts";

/** Sends one mutating call. */
export async function sendCall(
  client: RegionClient,
  call: ApiCall,
  options?: CallOptions,
): Promise<ApiResult> {
  switch (call.operation) {
    case "CreateWorkforce": {
      const command = new CreateWorkforceCommand(withSecret(writable(call.input)));
      return created((await client.write(command, options, secretOf(call.input))).WorkforceArn);
    }
    case "UpdateWorkforce": {
      const command = new UpdateWorkforceCommand(withSecret(writable(call.input)));
      await client.write(command, options, secretOf(call.input));
      return {};
    }
    case "DeleteWorkforce":
      await client.write(new DeleteWorkforceCommand(call.input), options);
      return {};
    case "CreateWorkteam": {
      const command = new CreateWorkteamCommand(writable(call.input));
      return created((await client.write(command, options)).WorkteamArn);
    }
    case "UpdateWorkteam":
      await client.write(new UpdateWorkteamCommand(writable(call.input)), options);
      return {};
    case "DeleteWorkteam": {
      const { Success: success } = await client.write(new DeleteWorkteamCommand(call.input), options);
      return success === undefined ? {} : { success };
    }
    case "AddTags":
      await client.write(new AddTagsCommand(writable(call.input)), options);
      return {};
    case "DeleteTags":
      await client.write(new DeleteTagsCommand(writable(call.input)), options);
      return {};
    default:
      return assertNever(call);
  }
}

function created(arn: string | undefined): ApiResult {
  return arn === undefined ? {} : { arn };
}

function secretOf(input: {
  readonly OidcConfig?: { readonly ClientSecret?: string | undefined } | undefined;
}): string | undefined {
  return input.OidcConfig?.ClientSecret;
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
