import type { Note, Refusal, TargetAction } from "./plan-model.ts";

/** A plan as people read it: everything is decided here, renderers only print. Every value is printable and masked. */
export interface PlanView {
  readonly stack: string;
  readonly counts: PlanCounts;
  readonly targets: readonly TargetView[];
}

/** Workforces and work teams by what happens to them; `refused` counts regions. */
export interface PlanCounts {
  readonly create: number;
  readonly update: number;
  readonly adopt: number;
  readonly replace: number;
  readonly delete: number;
  readonly unchanged: number;
  readonly refused: number;
}

export interface TargetView {
  readonly address?: string | undefined;
  readonly account?: string | undefined;
  readonly region: string;
  readonly action: TargetAction;
  readonly resources: readonly ResourceView[];
  readonly refusals: readonly Refusal[];
  readonly notes: readonly Note[];
  readonly steps: readonly StepView[];
  readonly impact: readonly string[];
}

export type ResourceAction = "none" | "create" | "update" | "adopt" | "replace" | "delete" | "leave";

export interface ResourceView {
  readonly type: "workforce" | "workteam";
  readonly name: string;
  readonly action: ResourceAction;
  /** What happens, as the end of a sentence: `will be created`. */
  readonly verdict: string;
  readonly reasons: readonly string[];
  readonly attributes: readonly AttributeView[];
  /** Attributes that stay as they are. */
  readonly unchanged: number;
}

/** One attribute; `block` is the nested block that holds it. */
export interface AttributeView {
  readonly block?: string | undefined;
  readonly name: string;
  readonly change: "add" | "change" | "remove";
  /** Values as HCL literals, `(sensitive value)` or `(known after apply)`; undefined where there is none. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** For lists and maps: their items one by one. */
  readonly items?: readonly ItemView[] | undefined;
  /** `forces delete-then-create: …` */
  readonly comment?: string | undefined;
}

export interface ItemView {
  readonly change: "add" | "remove" | "keep";
  readonly text: string;
}

export interface StepView {
  readonly operation: string;
  readonly subject: string;
}
