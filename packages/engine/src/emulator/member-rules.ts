import { type ApiError, validationError } from "./api-error.ts";
import type { StoredIdentityProvider, StoredMember } from "./state-schema.ts";
import type { ValueOf } from "./value-of.ts";

/** Members to store, or why they don't go together with each other or with the workforce. */
export type MemberReading =
  | { readonly kind: "read"; readonly members: readonly StoredMember[] }
  | { readonly kind: "refused"; readonly error: ApiError };

/** Reads a team's members: one kind only, that of the workforce, Cognito ones of its pool and client. */
export function readMembers(
  definitions: ValueOf<"MemberDefinitions">,
  provider: StoredIdentityProvider,
): MemberReading {
  const members = definitions.flatMap(readMember);
  if (members.length !== definitions.length) {
    return wrong("Each member definition must hold either CognitoMemberDefinition or OidcMemberDefinition");
  }
  if (new Set(members.map(({ kind }) => kind)).size > 1) {
    return wrong("A work team can not have both Cognito and OIDC member definitions");
  }
  for (const member of members) {
    if (member.kind !== provider.kind) {
      return wrong(`The workforce uses ${names[provider.kind]}: ${names[member.kind]} members don't fit it`);
    }
    if (
      member.kind === "cognito" &&
      provider.kind === "cognito" &&
      (member.userPool !== provider.userPool || member.clientId !== provider.clientId)
    ) {
      return wrong("The UserPool and ClientId of Cognito members must be those of the workforce");
    }
  }
  return { kind: "read", members };
}

function readMember({
  CognitoMemberDefinition: cognito,
  OidcMemberDefinition: oidc,
}: ValueOf<"MemberDefinition">): readonly StoredMember[] {
  if (cognito !== undefined && oidc === undefined) {
    const { UserPool: userPool, ClientId: clientId, UserGroup: userGroup } = cognito;
    return [{ kind: "cognito", userPool, clientId, userGroup }];
  }
  if (oidc?.Groups !== undefined && cognito === undefined) return [{ kind: "oidc", groups: oidc.Groups }];
  return [];
}

const names = { cognito: "Amazon Cognito", oidc: "an OIDC identity provider" } as const;

function wrong(message: string): MemberReading {
  return { kind: "refused", error: validationError(message) };
}
