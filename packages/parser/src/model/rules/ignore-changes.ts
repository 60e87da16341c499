import { diagnostic } from "../../text/diagnostic.ts";
import { suggest } from "../../text/suggest.ts";
import { blockOf } from "../decoded.ts";
import { namesIn } from "../names.ts";
import { workforceSchema } from "../schemas/workforce.ts";
import type { WorkforceRule } from "./rule.ts";

const whole = ["tags", "ip_address_type", "source_ip_config", "workforce_vpc_config", "oidc_config"];
const within = whole.flatMap((block) =>
  Object.keys(workforceSchema.blocks[block]?.schema.attributes ?? {}).map((name) => `${block}.${name}`),
);
/** What has no live value: AWS never returns the secret, and `discover` is only ours. */
const except: readonly string[] = ["oidc_config.client_secret", "oidc_config.discover"];
/** What `ignore_changes` may list. */
export const ignorable: readonly string[] = [...whole, ...within.filter((path) => !except.includes(path))];

/** `ignore_changes` lists attributes that can be left as they are. */
export const ignoreChanges: WorkforceRule = (workforce) =>
  namesIn(blockOf(workforce, "lifecycle"), "ignore_changes")
    .filter((written) => !ignorable.includes(written.name))
    .map(({ name: written, span }) => {
      const [, quoted] = /^"(.*)"$/.exec(written) ?? [];
      const name = quoted ?? written;
      const near = except.includes(name) ? undefined : suggest(name, ignorable);
      const bare = quoted !== undefined && ignorable.includes(quoted);
      return diagnostic("not-ignorable", span, { name, near, bare, allowed: whole, except });
    });
