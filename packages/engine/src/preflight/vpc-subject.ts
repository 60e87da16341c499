import type { Vpc } from "@wf/parser";
import type { PreflightSubject } from "./check.ts";

/** The VPC that a creation or an update sends. */
export function vpcOf({ workforce, creates, updatesVpc }: PreflightSubject): Vpc | undefined {
  return creates || updatesVpc ? workforce.vpc : undefined;
}
