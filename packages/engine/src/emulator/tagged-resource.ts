import { type ApiError, noWorkforce, noWorkteam, validationError } from "./api-error.ts";
import { parseArn } from "./arn.ts";
import type { CallContext } from "./call-context.ts";
import { withWorkforce, withWorkteam } from "./region-state.ts";
import type { RegionState, StoredTag } from "./state-schema.ts";

/** A resource's tags and the way to set them, or why an ARN leads to none. */
export type TaggedResource =
  | {
      readonly kind: "found";
      readonly tags: readonly StoredTag[];
      readonly withTags: (tags: readonly StoredTag[]) => RegionState;
    }
  | { readonly kind: "refused"; readonly error: ApiError };

/** Finds what an ARN names among the things that carry tags here. */
export function taggedResource(region: RegionState, arn: string, context: CallContext): TaggedResource {
  const parsed = parseArn(arn);
  if (parsed === undefined) return refuse(validationError(`Invalid ARN: ${arn}`));
  if (parsed.account !== context.account || parsed.region !== context.region) {
    return refuse(validationError(`The resource ${arn} does not belong to this account and region`));
  }
  const name = parsed.path.replace(/^private-crowd\//, "");
  switch (parsed.kind) {
    case "workforce":
      return workforceTags(region, name, context);
    case "workteam":
      return workteamTags(region, name, context);
    default:
      return refuse(validationError(`Invalid resource type: ${parsed.kind}`));
  }
}

function workforceTags(
  region: RegionState,
  name: string,
  { account, settings }: CallContext,
): TaggedResource {
  if (!settings.tagsSupported) return refuse(validationError("Invalid resource type: workforce"));
  const { workforce } = region;
  if (workforce?.name !== name) return refuse(noWorkforce(name, account));
  return {
    kind: "found",
    tags: workforce.tags,
    withTags: (tags) => withWorkforce(region, { ...workforce, tags }),
  };
}

function workteamTags(region: RegionState, name: string, { account }: CallContext): TaggedResource {
  const workteam = region.workteams.find((team) => team.name === name);
  if (workteam === undefined) return refuse(noWorkteam(name, account));
  return {
    kind: "found",
    tags: workteam.tags,
    withTags: (tags) => withWorkteam(region, { ...workteam, tags }),
  };
}

function refuse(error: ApiError): TaggedResource {
  return { kind: "refused", error };
}
