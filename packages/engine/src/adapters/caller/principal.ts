import { parseArn } from "../../arn.ts";

/** What a caller's ARN says of whom its policies belong to. */
type Identity =
  | { readonly kind: "user" }
  | { readonly kind: "role"; readonly name: string; readonly arn: string }
  | { readonly kind: "root" }
  | { readonly kind: "other" };

/** Reads the ARN that STS gives; a role's own ARN is the one that it has without a path. */
export function identityOf(caller: string): Identity {
  const { accountId = "", partition = "aws", resource = "" } = parseArn(caller) ?? {};
  const [kind, name = ""] = resource.split("/");
  if (resource === "root") return { kind: "root" };
  if (kind === "user") return { kind: "user" };
  if (kind !== "assumed-role") return { kind: "other" };
  return { kind: "role", name, arn: `arn:${partition}:iam::${accountId}:role/${name}` };
}
