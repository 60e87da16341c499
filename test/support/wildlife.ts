/** The stack of camera traps that most tests are about. */
export const stack = 'wf {\n  stack = "wildlife"\n}\n';

/** A region's user pool, and a client of it. */
export const pool = { userPool: "eu-west-1_Wild1ife", clientId: "4example5client6id" } as const;

/** The identity provider of a workforce in a region; `${each.value}` is one too. */
export function cognito(region = "eu-west-1"): string {
  return `cognito_config {
    user_pool = "${region}_Wild1ife"
    client_id = "${pool.clientId}"
  }`;
}

/** A team of those who say which animal it was. */
export function spotters(description = "Spots"): string {
  return `workteam "spotters" {
    description = "${description}"
    groups      = ["spotters"]
  }`;
}

/** A configuration of one workforce that holds these settings and blocks. */
export function wildlife(...parts: readonly string[]): string {
  return `${stack}workforce "wildlife" {
  region = "eu-west-1"
  ${parts.join("\n  ")}
}
`;
}
