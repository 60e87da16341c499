import type { Workforce } from "@wf/parser";
import type { Refusal } from "./plan-model.ts";

/** Refuses what a block's `prevent_destroy` forbids. */
export function refusePreventDestroy(block: Workforce, what: "deleted" | "deleted and created"): Refusal {
  const help =
    what === "deleted"
      ? "If it is to go, take prevent_destroy out of the block first."
      : "Undo what forces it, or take prevent_destroy out of the block.";
  return {
    code: "prevent-destroy",
    message: `${block.address} would be ${what}, and its lifecycle says prevent_destroy.`,
    help,
  };
}
