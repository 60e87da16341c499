import { startHttp } from "./listen.ts";

const xmlns = 'xmlns="https://iam.amazonaws.com/doc/2010-05-08/"';

/** What IAM says of a caller's policies. */
export interface Policies {
  /** Actions that they do not allow. */
  readonly denied?: readonly string[];
  /** The ARN of every role, with its path; without it nobody may ask. */
  readonly roleArn?: string;
  /** Answers everything with this error instead. */
  readonly error?: string;
}

/** As much of IAM as is asked about permissions, in the XML of its query protocol; with the requests it got. */
export async function startIam(
  policies: Policies,
): Promise<{ url: string; asked: Record<string, string>[] }> {
  const asked: Record<string, string>[] = [];
  const url = await startHttp(({ body }, response) => {
    const form = Object.fromEntries(new URLSearchParams(body));
    asked.push(form);
    const xml = (status: number, text: string): void => {
      response.writeHead(status, { "content-type": "text/xml" }).end(text);
    };
    const fail = (code: string): void =>
      xml(
        403,
        `<ErrorResponse ${xmlns}><Error><Type>Sender</Type><Code>${code}</Code><Message>No: ${form["Action"]}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
      );
    const { denied = [], error, roleArn } = policies;
    if (error !== undefined) fail(error);
    else if (form["Action"] === "GetRole" && roleArn === undefined) fail("AccessDenied");
    else if (form["Action"] === "GetRole") {
      xml(
        200,
        `<GetRoleResponse ${xmlns}><GetRoleResult><Role><Path>/</Path><Arn>${roleArn}</Arn><RoleName>ranger</RoleName><RoleId>AROA</RoleId><CreateDate>2026-01-01T00:00:00Z</CreateDate></Role></GetRoleResult></GetRoleResponse>`,
      );
    } else {
      const actions = Object.entries(form).flatMap(([key, value]) =>
        key.startsWith("ActionNames.") ? [value] : [],
      );
      const results = actions.map(
        (action) =>
          `<member><EvalActionName>${action}</EvalActionName><EvalDecision>${denied.includes(action) ? "implicitDeny" : "allowed"}</EvalDecision></member>`,
      );
      xml(
        200,
        `<SimulatePrincipalPolicyResponse ${xmlns}><SimulatePrincipalPolicyResult><IsTruncated>false</IsTruncated><EvaluationResults>${results.join("")}</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>`,
      );
    }
  });
  return { url, asked };
}
