import type {
  SageMakerClient,
  SageMakerClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes,
} from "@aws-sdk/client-sagemaker";
import type { Command } from "@smithy/core/client";
import { HttpRequest } from "@smithy/core/protocols";
import { toEndpointV1 } from "@smithy/core/transport";
import { SignatureV4 } from "@smithy/signature-v4";
import type { $ClientProtocol, EndpointBearer, HttpResponse, MetadataBearer } from "@smithy/types";
import type { CorrectedClock } from "./corrected-clock.ts";
import { connections } from "./connections.ts";
import { operationOf } from "./operation.ts";
import { regionEndpoint } from "./region-endpoint.ts";
import { Sha256 } from "./sha256.ts";
import { userAgent } from "./user-agent.ts";

/** One of the SDK's commands: what is asked, and the schemas of its input and output. */
export type SagemakerCommand<Input extends object, Output extends MetadataBearer> = Command<
  Input,
  Output,
  SageMakerClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes
>;

/** What became of one attempt at a call. */
export type Answer<Output> = { readonly output: Output } | Failed;

/** An attempt that failed. */
export interface Failed {
  readonly error: unknown;
  /** Whether the request was handed to the network, so that it may have arrived. */
  readonly sent: boolean;
  readonly response: HttpResponse | undefined;
  /** Whether the answer showed this machine's clock to be wrong: the next attempt is signed with AWS's. */
  readonly clockCorrected: boolean;
}

/** Makes one attempt at a command; never rejects. */
export type Exchange = <Input extends object, Output extends MetadataBearer>(
  command: SagemakerCommand<Input, Output>,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
) => Promise<Answer<Output>>;

/**
 * One signed request and its answer, by the SDK's schemas, protocol, signer and connections, but without the stack of
 * middleware that its client builds for each call, which takes longer than all of these: docs/decisions/0010. The client is
 * asked for AWS's settings only, which are the same for all regions.
 */
export function exchangeWith({ config }: SageMakerClient, region: string, clock: CorrectedClock): Exchange {
  const { credentials } = config;
  const protocol: $ClientProtocol<HttpRequest, HttpResponse> = config.protocol;
  const signer = new SignatureV4({ service: "sagemaker", region, credentials, sha256: Sha256 });
  let settled: Promise<Settled> | undefined;
  return async (command, headers, signal) => {
    let sent = false;
    let response: HttpResponse | undefined;
    try {
      settled ??= settle(config, region);
      const { context, common } = await settled;
      const operation = operationOf(command);
      const request = await protocol.serializeRequest(operation, command.input, context);
      Object.assign(request.headers, common, headers);
      const signed = await signer.sign(request, { signingDate: clock.now() });
      sent = true;
      ({ response } = await connections.handle(
        new HttpRequest(signed),
        signal === undefined ? {} : { abortSignal: signal },
      ));
      return { output: await protocol.deserializeResponse(operation, context, response) };
    } catch (error) {
      const clockCorrected = response !== undefined && clock.correct(response);
      return { error: withStatus(error, response), sent, response, clockCorrected };
    }
  };
}

interface Settled {
  readonly context: SageMakerClientResolvedConfig & EndpointBearer;
  /** Headers of every request. */
  readonly common: Readonly<Record<string, string>>;
}

async function settle(config: SageMakerClientResolvedConfig, region: string): Promise<Settled> {
  const endpoint = await regionEndpoint(config, region);
  const parts = toEndpointV1(endpoint);
  return {
    context: { ...config, endpoint: () => Promise.resolve(parts) },
    common: { host: endpoint.url.host, "user-agent": await userAgent(config) },
  };
}

/** An answer that is no JSON, as of a proxy between, leaves an error that does not know its status. */
function withStatus(error: unknown, response: HttpResponse | undefined): unknown {
  if (response === undefined || !(error instanceof Error) || "$metadata" in error) return error;
  return Object.assign(error, { $metadata: { httpStatusCode: response.statusCode } });
}
