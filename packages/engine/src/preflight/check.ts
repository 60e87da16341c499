import { sensitiveText, type Workforce } from "@wf/parser";
import type { Probes } from "../ports.ts";

/** What is about to happen to a workforce, and so what could go wrong. */
export interface PreflightSubject {
  readonly workforce: Workforce;
  /** It is created, after a deletion or without one. */
  readonly creates: boolean;
  /** Its identity provider is sent again, while its teams are away. */
  readonly updatesOidc: boolean;
  /** Its VPC or address type is sent again. */
  readonly updatesVpc: boolean;
}

/** What a check found. A check that cannot be made rejects with a `ProbeError`. */
export type Verdict =
  | { readonly outcome: "passed" }
  | { readonly outcome: "failed"; readonly message: string; readonly help: string }
  | { readonly outcome: "not-made"; readonly why: string };

/** One question about the world around a workforce, to be answered before anything is deleted. */
export interface PreflightCheck {
  /** What it asks, as the end of "It would have checked …". */
  readonly asks: string;
  /** Whether the question arises. */
  readonly applies: (subject: PreflightSubject) => boolean;
  readonly make: (subject: PreflightSubject, probes: Probes) => Promise<Verdict>;
}

export const passed: Verdict = { outcome: "passed" };

/** What is wrong, and what to do about it. */
export function failed(message: string, help: string): Verdict {
  return { outcome: "failed", message, help };
}

/** A configured value, unless it is sensitive. */
export function shown({ workforce }: PreflightSubject, path: string, value: string): string {
  return workforce.sensitive.has(path) ? sensitiveText : JSON.stringify(value);
}
