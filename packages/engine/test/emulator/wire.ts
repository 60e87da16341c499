import * as z from "zod";

const answers = z.record(z.string(), z.unknown());

/** What came back from the emulator. */
export interface WireAnswer {
  readonly status: number;
  readonly errorType: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Makes one call as AWS's tools put it on the wire. */
export async function wireCall(
  url: string,
  operation: string,
  input: unknown,
  place: { readonly region?: string; readonly accessKey?: string } = {},
): Promise<WireAnswer> {
  const { region = "us-east-1", accessKey = "AKIAWILDLIFE" } = place;
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `SageMaker.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/${region}/sagemaker/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: typeof input === "string" ? input : JSON.stringify(input),
  });
  return {
    status: response.status,
    errorType: response.headers.get("x-amzn-errortype"),
    body: answers.parse(await response.json()),
  };
}
