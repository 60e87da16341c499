import type { Failure } from "./failure.ts";

/** Whether a request certainly never left: no name, no connection, no TLS. Only such a request may be sent again freely. */
export function neverSent({ status, code, syscall, text }: Failure): boolean {
  if (status !== undefined) return false;
  return (
    syscall === "connect" ||
    syscall === "getaddrinfo" ||
    unconnected.has(code ?? "") ||
    /CERT|_TLS_|UNABLE_TO_/.test(code ?? "") ||
    text.includes("before secure TLS connection was established") ||
    text.includes("did not establish a connection")
  );
}

const unconnected = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EPROTO"]);
