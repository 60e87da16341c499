import { createHash, createHmac } from "node:crypto";
import { array, assert, asyncProperty, oneof, string, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { Sha256 } from "../../src/adapters/sagemaker/sha256.ts";

const text = oneof(string({ unit: "binary" }), uint8Array());
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

test("texts and bytes hash as by Node, part after part", async () => {
  await assert(
    asyncProperty(array(text, { maxLength: 4 }), async (parts) => {
      const [mine, theirs] = [new Sha256(), createHash("sha256")];
      for (const part of parts) {
        mine.update(part);
        theirs.update(part);
      }
      expect(hex(await mine.digest())).toBe(theirs.digest("hex"));
    }),
  );
});

test("with a secret it is Node's HMAC", async () => {
  await assert(
    asyncProperty(text, text, async (secret, part) => {
      const mine = new Sha256(secret);
      mine.update(part);
      expect(hex(await mine.digest())).toBe(createHmac("sha256", secret).update(part).digest("hex"));
    }),
  );
});
