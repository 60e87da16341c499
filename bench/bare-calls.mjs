// The three calls of a plan of one region without teams, by bare Node: what wf is measured against.
import { request } from "node:http";

const endpoint = new URL(process.env.AWS_ENDPOINT_URL_SAGEMAKER);

function call(operation, input) {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `SageMaker.${operation}`,
      authorization:
        "AWS4-HMAC-SHA256 Credential=123456789012/20260101/us-east-1/sagemaker/aws4_request, SignedHeaders=host, Signature=0",
    };
    const sent = request(endpoint, { method: "POST", headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => resolve(JSON.parse(body)));
    });
    sent.on("error", reject).end(JSON.stringify(input));
  });
}

const [{ Workforces: workforces }] = await Promise.all([
  call("ListWorkforces", { MaxResults: 100 }),
  call("ListWorkteams", { MaxResults: 100 }),
]);
const { Tags: tags } = await call("ListTags", { ResourceArn: workforces[0].WorkforceArn });
process.stdout.write(`${workforces[0].WorkforceName}: ${tags.length} tags\n`);
