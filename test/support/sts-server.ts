import { startHttp } from "./listen.ts";

const xmlns = 'xmlns="https://sts.amazonaws.com/doc/2011-06-15/"';

/** What STS says: whose credentials are asked with, and whether roles may be taken on. */
export interface Identity {
  /** The account of whoever asks; an access key id of twelve digits, as the emulator takes it, says another. */
  readonly account: string;
  /** The account that taking on a role leads to; without it that is denied. */
  readonly roleAccount?: string;
  /** Answers everything with this error instead. */
  readonly error?: string;
}

/** As much of STS as is asked about accounts, in the XML of its query protocol; with the requests it got. */
export async function startSts(
  identity: Identity,
): Promise<{ url: string; asked: Record<string, string>[] }> {
  const asked: Record<string, string>[] = [];
  const url = await startHttp(({ headers, body }, response) => {
    const form = Object.fromEntries(new URLSearchParams(body));
    asked.push(form);
    const xml = (status: number, text: string): void => {
      response.writeHead(status, { "content-type": "text/xml" }).end(text);
    };
    const { account, roleAccount, error } = identity;
    const fail = (code: string): void =>
      xml(
        403,
        `<ErrorResponse ${xmlns}><Error><Type>Sender</Type><Code>${code}</Code><Message>No: ${form["Action"]}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
      );
    if (error !== undefined) fail(error);
    else if (form["Action"] === "GetCallerIdentity") {
      const key = /Credential=(\d{12})\//.exec(headers.authorization ?? "")?.[1];
      const id = key === roleAccount ? (roleAccount ?? account) : account;
      xml(
        200,
        `<GetCallerIdentityResponse ${xmlns}><GetCallerIdentityResult><Account>${id}</Account><Arn>arn:aws:iam::${id}:user/ranger</Arn><UserId>AIDA</UserId></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      );
    } else if (roleAccount === undefined) fail("AccessDenied");
    else {
      const name = form["RoleSessionName"] ?? "";
      xml(
        200,
        `<AssumeRoleResponse ${xmlns}><AssumeRoleResult><AssumedRoleUser><AssumedRoleId>AROA:${name}</AssumedRoleId><Arn>arn:aws:sts::${roleAccount}:assumed-role/wf/${name}</Arn></AssumedRoleUser><Credentials><AccessKeyId>${roleAccount}</AccessKeyId><SecretAccessKey>of-the-role</SecretAccessKey><SessionToken>token</SessionToken><Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
      );
    }
  });
  return { url, asked };
}
