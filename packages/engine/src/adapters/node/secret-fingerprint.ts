import { scrypt } from "node:crypto";
import { promisify } from "node:util";
import type { Oidc } from "@wf/parser";

const derive: (password: string, salt: string, length: number, options: { N: number }) => Promise<Buffer> =
  promisify(scrypt);

/**
 * The fingerprint of a workforce's client secret, as it is kept in the tag `wf:secret`: scrypt, so that the secret
 * cannot be guessed from it, salted by what the secret belongs to, so that equal secrets of different clients differ.
 */
export async function secretFingerprint(stack: string, provider: Oidc): Promise<string> {
  const salt = JSON.stringify([stack, provider.issuer, provider.clientId]);
  const hash = await derive(provider.clientSecret.reveal(), salt, 32, { N: 2 ** 14 });
  return `v1.${hash.toString("hex")}`;
}
