import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { generate } from "selfsigned";
import { onTestFinished } from "vitest";

/** A certificate for this machine that nobody trusts yet. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** A file to trust it by, for NODE_EXTRA_CA_CERTS. */
  readonly file: string;
}

/** Makes a certificate for 127.0.0.1 and localhost, which goes when the test ends. */
export async function makeCertificate(): Promise<Certificate> {
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  const directory = await mkdtemp(path.join(tmpdir(), "wf-certificate-"));
  onTestFinished(async () => rm(directory, { recursive: true, force: true }));
  const file = path.join(directory, "ca.pem");
  await writeFile(file, made.cert);
  return { key: made.private, cert: made.cert, file };
}
