import { evaluate } from "../evaluation/evaluate.ts";
import type { Scope } from "../evaluation/scope.ts";
import { containsSensitive } from "../evaluation/sensitivity.ts";
import { withArticle } from "../evaluation/mismatch.ts";
import { unknownText } from "../evaluation/stand-ins.ts";
import { typeName } from "../evaluation/types.ts";
import { isWhollyKnown, stringValue, unknownValue, type Value } from "../evaluation/value.ts";
import type { Block } from "../syntax/ast.ts";
import { type Diagnostic, diagnostic, type WithDiagnostics } from "../text/diagnostic.ts";

/** One block to be made: the key that tells it apart, and what `each` holds. Neither without `for_each`. */
export interface Instance {
  /** Whether there will be one; otherwise it stands for however many there are. */
  readonly certain: boolean;
  readonly key: string | undefined;
  readonly each: readonly (readonly [string, Value])[] | undefined;
}

/** The instances that a block stands for: itself, or one for each element of `for_each`, a map or a set of strings. */
export function expandForEach(block: Block, scope: Scope): WithDiagnostics<readonly Instance[]> {
  const attribute = block.body.items.find(
    (item) => item.kind === "attribute" && item.name.name === "for_each",
  );
  if (attribute?.kind !== "attribute")
    return { value: [{ certain: true, key: undefined, each: undefined }], diagnostics: [] };
  const { value, diagnostics } = evaluate(attribute.expression, scope);
  if (diagnostics.length > 0) return { value: [anyInstance], diagnostics };
  const place = attribute.expression.span;
  // The values of a map may be sensitive, for addresses show only its keys; an element of a set is its own key.
  const hidden = value.kind === "mapping" ? value.sensitive !== false : containsSensitive(value);
  if (hidden) return refuse(diagnostic("sensitive-for-each", place, {}));
  if (value.kind === "null") return refuse(diagnostic("wrong-for-each", place, { found: "null" }));
  if (value.kind === "unknown") return { value: [anyInstance], diagnostics: [] };
  if (value.kind === "mapping") {
    return {
      value: [...value.entries].map(([key, each]) => instance(key, each)),
      diagnostics: [],
    };
  }
  if (value.kind !== "sequence" || value.type.kind !== "set") {
    return refuse(diagnostic("wrong-for-each", place, { found: withArticle(typeName(value.type)) }));
  }
  if (!isWhollyKnown(value)) return { value: [anyInstance], diagnostics: [] };
  const keys = value.items.flatMap((item) => (item.kind === "string" ? [item.text] : []));
  if (keys.length !== value.items.length) {
    return refuse(diagnostic("wrong-for-each", place, { found: withArticle(typeName(value.type)) }));
  }
  return { value: keys.map((key) => instance(key, stringValue(key))), diagnostics: [] };
}

/** Stands for however many there will be, so that the block's body is checked all the same. */
export const anyInstance: Instance = {
  certain: false,
  key: unknownText,
  each: [
    ["key", unknownValue()],
    ["value", unknownValue()],
  ],
};

function instance(key: string, value: Value): Instance {
  return {
    certain: true,
    key,
    each: [
      ["key", stringValue(key)],
      ["value", value],
    ],
  };
}

function refuse(problem: Diagnostic): WithDiagnostics<readonly Instance[]> {
  return { value: [anyInstance], diagnostics: [problem] };
}
