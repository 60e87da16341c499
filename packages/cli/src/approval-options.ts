import type { Command } from "@commander-js/extra-typings";

/** The flags that say how a plan is approved, and its run told. */
export interface ApprovalFlags {
  readonly autoApprove?: true | undefined;
  readonly allowDelete?: true | undefined;
  readonly json?: true | undefined;
}

/** How a plan is approved, and its run told. */
export interface ApprovalRequest {
  readonly autoApprove: boolean;
  readonly allowDelete: boolean;
  readonly json: boolean;
}

/** Adds how a plan is approved and its run told, wherever one is carried out. */
export function addApprovalOptions<Args extends unknown[], Options extends Record<string, unknown>>(
  command: Command<Args, Options>,
): Command<Args, Options & ApprovalFlags> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- commander's types lose a generic command's options.
  return command
    .option("--auto-approve", "do not ask")
    .option("--allow-delete", "with --auto-approve: allow plans that delete something live")
    .option("--json", "print events as newline-delimited JSON") as unknown as Command<
    Args,
    Options & ApprovalFlags
  >;
}

/** What the flags ask for. */
export function toApproval({ allowDelete, autoApprove, json }: ApprovalFlags): ApprovalRequest {
  return { autoApprove: autoApprove === true, allowDelete: allowDelete === true, json: json === true };
}
