// The calls of a plan of a fleet, by bare Node: as many regions at once, their two lists side by side and then the tags.
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";

const endpoint = new URL(process.env.AWS_ENDPOINT_URL_SAGEMAKER);
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const accounts = readFileSync(process.env.AWS_SHARED_CREDENTIALS_FILE, "utf8").match(/\b\d{12}\b/g);
const regions = process.env.FLEET_REGIONS.split(",");
const targets = accounts
  .flatMap((account) => regions.map((region) => ({ account, region })))
  .slice(0, Number(process.env.FLEET_COUNT));

function call({ account, region }, operation, input) {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `SageMaker.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/sagemaker/aws4_request, SignedHeaders=host, Signature=0`,
    };
    const sent = request(endpoint, { method: "POST", headers, agent }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => resolve(JSON.parse(body)));
    });
    sent.on("error", reject).end(JSON.stringify(input));
  });
}

async function read(target) {
  const [{ Workforces: workforces }, { Workteams: workteams }] = await Promise.all([
    call(target, "ListWorkforces", { MaxResults: 100 }),
    call(target, "ListWorkteams", { MaxResults: 100 }),
  ]);
  const arns = [...workforces.map((each) => each.WorkforceArn), ...workteams.map((each) => each.WorkteamArn)];
  await Promise.all(arns.map((ResourceArn) => call(target, "ListTags", { ResourceArn })));
}

async function work() {
  for (let target = targets.shift(); target !== undefined; target = targets.shift()) await read(target);
}

await Promise.all(Array.from({ length: Number(process.env.FLEET_PARALLELISM) }, work));
agent.destroy();
