import { append } from "../append.ts";
import type { Template, TemplateFor, TemplateIf, TemplatePart } from "../syntax/ast.ts";
import type { Diagnostic } from "../text/diagnostic.ts";
import { convert } from "./convert.ts";
import { elementsOf } from "./elements.ts";
import { problem } from "./explain.ts";
import { boundNames, notIterable } from "./for-expression.ts";
import { checkTextLength } from "./limits.ts";
import { withArticle } from "./mismatch.ts";
import { errorsOfOneLoop, outcome, type Outcome, type Run } from "./rule.ts";
import { childScope, type Scope } from "./scope.ts";
import { moreSensitive, sensitive, type Sensitivity } from "./sensitivity.ts";
import { truthOf } from "./truth-of.ts";
import { stringType, typeName } from "./types.ts";
import { stringValue, unknownValue } from "./value.ts";

/** A text under construction. */
interface Rendering {
  readonly pieces: string[];
  readonly diagnostics: Diagnostic[];
  length: number;
  known: boolean;
  why: Sensitivity;
}

/** A quoted or bare template, or a heredoc. One interpolation alone yields its value as it is. */
export function evaluateTemplate(template: Template, scope: Scope, run: Run): Outcome {
  const [only] = template.parts;
  if (template.parts.length === 1 && only?.kind === "interpolation") return run(only.expression, scope);
  if (template.parts.length === 1 && only?.kind === "literal") return outcome(stringValue(only.value));
  const rendering: Rendering = { pieces: [], diagnostics: [], length: 0, known: true, why: false };
  renderParts(template.parts, scope, run, rendering);
  run.spend(rendering.length >> 6);
  const value = rendering.known ? stringValue(rendering.pieces.join("")) : unknownValue(stringType, true);
  return outcome(sensitive(value, rendering.why), rendering.diagnostics);
}

function renderParts(parts: readonly TemplatePart[], scope: Scope, run: Run, rendering: Rendering): void {
  for (const part of parts) {
    switch (part.kind) {
      case "literal":
        write(part.value, rendering);
        break;
      case "interpolation":
        renderValue(part, scope, run, rendering);
        break;
      case "if":
        renderIf(part, scope, run, rendering);
        break;
      default:
        renderFor(part, scope, run, rendering);
    }
  }
}

function write(text: string, rendering: Rendering): void {
  rendering.length += text.length;
  checkTextLength(rendering.length);
  rendering.pieces.push(text);
}

function renderValue(
  part: Extract<TemplatePart, { kind: "interpolation" }>,
  scope: Scope,
  run: Run,
  rendering: Rendering,
): void {
  const { value, diagnostics } = run(part.expression, scope);
  append(rendering.diagnostics, diagnostics);
  rendering.why = moreSensitive(rendering.why, value.sensitive);
  if (value.kind === "unknown") {
    rendering.known = false;
    return;
  }
  const converted = convert(value, stringType);
  if ("value" in converted && converted.value.kind === "string") {
    write(converted.value.text, rendering);
    return;
  }
  const found = value.kind === "null" ? "null" : withArticle(typeName(value.type));
  rendering.diagnostics.push(problem("not-in-template", part.expression, scope, { found }, part.span));
}

/** Both sides are rendered, as those of a conditional are evaluated: either's sensitivity counts, the chosen one's diagnostics are kept. */
function renderIf(part: TemplateIf, scope: Scope, run: Run, rendering: Rendering): void {
  const condition = run(part.condition, scope);
  append(rendering.diagnostics, condition.diagnostics);
  const asked = truthOf(condition.value);
  if ("reason" in asked)
    rendering.diagnostics.push(problem("invalid-condition", part.condition, scope, asked));
  const sides = [part.then, part.otherwise ?? []].map((parts) => {
    const side: Rendering = {
      pieces: [],
      diagnostics: [],
      length: rendering.length,
      known: true,
      why: false,
    };
    renderParts(parts, scope, run, side);
    return side;
  });
  rendering.why = sides.reduce((why, side) => moreSensitive(why, side.why), rendering.why);
  rendering.why = moreSensitive(rendering.why, condition.value.sensitive);
  const chosen = "reason" in asked || asked.truth === undefined ? undefined : sides[asked.truth ? 0 : 1];
  if (chosen === undefined) {
    rendering.known = false;
    return;
  }
  append(rendering.pieces, chosen.pieces);
  append(rendering.diagnostics, chosen.diagnostics);
  rendering.length = chosen.length;
  rendering.known &&= chosen.known;
}

function renderFor(part: TemplateFor, scope: Scope, run: Run, rendering: Rendering): void {
  const collection = run(part.collection, scope);
  append(rendering.diagnostics, collection.diagnostics);
  rendering.why = moreSensitive(rendering.why, collection.value.sensitive);
  const wrong = notIterable(part.collection, collection.value, scope);
  if (wrong !== undefined) rendering.diagnostics.push(wrong);
  const elements = wrong === undefined ? elementsOf(collection.value) : undefined;
  if (elements === undefined) {
    rendering.known = false;
    return;
  }
  for (const [key, value] of elements) {
    renderParts(part.parts, childScope(scope, boundNames(part, key, value)), run, rendering);
    if (rendering.diagnostics.length > errorsOfOneLoop) break;
  }
}
