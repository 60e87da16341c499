import type { Attempt } from "./rule.ts";
import type { FunctionHost } from "./function-host.ts";
import type { Type } from "./types.ts";
import type { Value } from "./value.ts";

/** The functions that may be called, by name. */
export type FunctionTable = ReadonlyMap<string, FunctionDefinition>;

/** A function of the language. */
export type FunctionDefinition = EagerFunction | LazyFunction;

export interface Parameter {
  readonly name: string;
  /** What an argument is converted to; `dynamicType` takes anything as it is. */
  readonly type: Type;
  readonly nullable?: boolean;
}

interface Signature {
  /** One sentence, for the reference and for editors. */
  readonly description: string;
  readonly parameters: readonly Parameter[];
  /** Any further arguments. */
  readonly rest?: Parameter;
  /** How many further arguments at most; any number where absent. */
  readonly restAtMost?: number;
}

/** A function of values. */
export interface EagerFunction extends Signature {
  readonly kind: "eager";
  /** The result's type, as far as it can be told from arguments that are not all known. */
  readonly result: Type | ((values: readonly Value[]) => Type);
  /**
   * What it is called with: `known` values only (otherwise the result is unknown), values of which `parts` may be
   * unknown, or `any`.
   */
  readonly takes?: "known" | "parts" | "any";
  /**
   * How sensitivity travels. By default an argument that is sensitive anywhere within makes the whole result sensitive.
   * With `parts` the function passes parts of its arguments on, each as sensitive as it is; with `raw` it sees to
   * everything itself.
   */
  readonly sensitivity?: "parts" | "raw";
  /** Throws `FunctionFailure` where there is no result. */
  readonly call: (values: readonly Value[], surroundings: Surroundings) => Value;
}

/** A function that decides itself which arguments are evaluated. */
export interface LazyFunction extends Signature {
  readonly kind: "lazy";
  readonly call: (attempts: readonly (() => Attempt)[]) => Value;
}

/** What a function can use beside its arguments. */
export interface Surroundings {
  readonly host: FunctionHost | undefined;
  /** Takes steps from what may be spent, beyond those for the arguments and the result; throws where there are none left. */
  readonly spend: (steps: number) => void;
  /** Renders a template's text with these variables; throws `FunctionFailure` where it has errors. */
  readonly renderTemplate: (name: string, text: string, variables: ReadonlyMap<string, Value>) => Value;
}

/** Why a function has no result. */
export class FunctionFailure extends Error {
  /** Which argument is at fault, from 0; undefined where it is all of them. */
  readonly argument: number | undefined;
  /** What was found, quoting the arguments; said only where none of them is sensitive. */
  readonly found: string | undefined;

  constructor(argument: number | undefined, reason: string, found?: string) {
    super(reason);
    this.name = "FunctionFailure";
    this.argument = argument;
    this.found = found;
  }
}

/** A function of values, under its kind. */
export function eager(definition: Omit<EagerFunction, "kind">): EagerFunction {
  return { kind: "eager", ...definition };
}
