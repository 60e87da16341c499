import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { Checksum, SourceData } from "@smithy/types";

/**
 * SHA-256, and its HMAC where there is a secret, as the SDK's signer takes them. Node's own `createHmac` spends a tenth of a
 * millisecond on each key, and a signature of a region not signed for lately takes five of them.
 */
export class Sha256 implements Checksum {
  readonly #hash: ReturnType<typeof sha256.create> | ReturnType<typeof hmac.create>;

  constructor(secret?: SourceData) {
    this.#hash = secret === undefined ? sha256.create() : hmac.create(sha256, bytesOf(secret));
  }

  update(data: SourceData): void {
    this.#hash.update(bytesOf(data));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }

  reset(): void {
    throw new Error("A hash is made for one text");
  }
}

const encoder = new TextEncoder();

function bytesOf(data: SourceData): Uint8Array {
  if (typeof data === "string") return encoder.encode(data);
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
