import { append } from "../append.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { childScope, type Scope } from "../evaluation/scope.ts";
import { containsSensitive, sensitive } from "../evaluation/sensitivity.ts";
import { isNull, objectValue, unknownValue, type Value } from "../evaluation/value.ts";
import type { Attribute, Block, Body, BodyItem, Expression } from "../syntax/ast.ts";
import { literalText } from "../syntax/literal-text.ts";
import { type Diagnostic, diagnostic, type WithDiagnostics } from "../text/diagnostic.ts";
import { collect, withoutRepetition } from "../text/gather-diagnostics.ts";
import type { Span } from "../text/source.ts";
import { checkValue, fits } from "./check-value.ts";
import type { DecodedAttribute, DecodedBlock, DecodedBody } from "./decoded.ts";
import { anyInstance, expandForEach, type Instance } from "./for-each.ts";
import { meantNames, nearName } from "./meant.ts";
import { attributeNamed, type AttributeSchema, type BlockSchema, nestedNamed } from "./schema.ts";

/** Holds a body against its schema and evaluates its attributes; `header` is what an error about the whole points at. */
export function decodeBody(
  body: Body,
  schema: BlockSchema,
  header: Span,
  scope: Scope,
): WithDiagnostics<DecodedBody> {
  const diagnostics: Diagnostic[] = [];
  const attributes = new Map<string, DecodedAttribute>();
  for (const item of body.items) {
    if (item.kind !== "attribute") continue;
    const known = attributeNamed(schema, item.name.name);
    if (known === undefined) diagnostics.push(unknownAttribute(item, schema));
    else attributes.set(item.name.name, collect(decodeAttribute(item, known, scope), diagnostics));
  }
  const blocks = body.items.flatMap((item) => collect(decodeNested(item, schema, scope), diagnostics));
  append(diagnostics, missing(body, schema, header));
  append(diagnostics, repeated(body, schema));
  return { value: { schema, body, header, attributes, blocks }, diagnostics };
}

function unknownAttribute(item: Attribute, schema: BlockSchema): Diagnostic {
  const name = item.name.name;
  if (nestedNamed(schema, name) !== undefined) {
    return diagnostic("attribute-should-be-block", item.name.span, { name });
  }
  const allowed = Object.keys(schema.attributes);
  return diagnostic("unknown-attribute", item.name.span, {
    name,
    block: schema.type,
    near: nearName("attribute", name, schema),
    allowed,
  });
}

function decodeAttribute(
  item: Attribute,
  schema: AttributeSchema,
  scope: Scope,
): WithDiagnostics<DecodedAttribute> {
  if (schema.form !== "value") {
    const value = { attribute: item, value: undefined, evaluated: unknownValue(), sensitive: false };
    return { value, diagnostics: [] };
  }
  const { value, diagnostics } = evaluate(item.expression, scope);
  const checked = checkValue(schema.secret === true ? sensitive(value) : value, item, schema);
  const exposed =
    schema.secret === true && diagnostics.length === 0 ? checkHidden(value, item.expression) : [];
  if (diagnostics.length > 0) {
    const refused = { ...checked.value, value: undefined, evaluated: unknownValue(schema.type) };
    return { value: { attribute: item, ...refused }, diagnostics };
  }
  return { value: { attribute: item, ...checked.value }, diagnostics: [...checked.diagnostics, ...exposed] };
}

/** A secret that is sensitive only because it is a secret stands, or comes from where, it can be seen. */
function checkHidden(value: Value, expression: Expression): readonly Diagnostic[] {
  if (containsSensitive(value) || isNull(value)) return [];
  const code = isWrittenOut(expression) ? "secret-in-configuration" : "secret-not-sensitive";
  return [diagnostic(code, expression.span, {})];
}

function isWrittenOut(expression: Expression): boolean {
  return expression.kind === "parentheses"
    ? isWrittenOut(expression.expression)
    : literalText(expression) !== undefined;
}

function decodeNested(
  item: BodyItem,
  parent: BlockSchema,
  scope: Scope,
): WithDiagnostics<readonly DecodedBlock[]> {
  if (item.kind !== "block") return { value: [], diagnostics: [] };
  const schema = nestedNamed(parent, item.type.name)?.schema;
  if (schema === undefined) return { value: [], diagnostics: [unknownBlock(item, parent)] };
  const diagnostics: Diagnostic[] = [...checkLabels(item, schema)];
  if (schema.attributes["for_each"] === undefined) {
    return { value: [collect(decodeBlock(item, schema, single, scope), diagnostics)], diagnostics };
  }
  const instances = collect(expandForEach(item, scope), diagnostics);
  const decode = (instance: Instance): WithDiagnostics<DecodedBlock> => {
    const { each } = instance;
    const within = each === undefined ? scope : childScope(scope, [["each", objectValue(each)]]);
    return decodeBlock(item, schema, instance, within);
  };
  const blocks = instances.map(decode);
  // A block of which none is made has its mistakes all the same.
  const sketch = blocks.length === 0 ? [decode(anyInstance)] : blocks;
  append(diagnostics, withoutRepetition(sketch.flatMap((block) => block.diagnostics)));
  return { value: blocks.map((block) => block.value), diagnostics };
}

const single: Instance = { key: undefined, each: undefined, certain: true };

function decodeBlock(
  block: Block,
  schema: BlockSchema,
  { key, certain }: Instance,
  scope: Scope,
): WithDiagnostics<DecodedBlock> {
  const decoded = decodeBody(block.body, schema, block.header, scope);
  const labels = block.labels.map((label) => label.value);
  return {
    value: { ...decoded.value, block, labels, key, certain, scope },
    diagnostics: decoded.diagnostics,
  };
}

function unknownBlock(item: Block, parent: BlockSchema): Diagnostic {
  const name = item.type.name;
  if (attributeNamed(parent, name) !== undefined) {
    return diagnostic("block-should-be-attribute", item.header, { name });
  }
  const allowed = Object.keys(parent.blocks);
  return diagnostic("unknown-block", item.type.span, {
    name,
    parent: parent.type,
    near: nearName("block", name, parent),
    allowed,
  });
}

function checkLabels(item: Block, schema: BlockSchema): readonly Diagnostic[] {
  if (item.labels.length === schema.labels.length)
    return item.labels.flatMap((label) => {
      const { labelText } = schema;
      if (labelText === undefined || fits(label.value, labelText)) return [];
      const shown = JSON.stringify(label.value);
      const { allowed } = labelText;
      return [diagnostic("invalid-label", label.span, { block: schema.type, label: shown, allowed })];
    });
  return [
    diagnostic("wrong-labels", item.header, {
      block: schema.type,
      found: item.labels.length,
      labels: schema.labels,
    }),
  ];
}

function missing(body: Body, schema: BlockSchema, header: Span): readonly Diagnostic[] {
  const has = (kind: BodyItem["kind"], name: string): boolean =>
    body.items.some(
      (item) => item.kind === kind && (item.kind === "attribute" ? item.name : item.type).name === name,
    );
  const attributes = Object.entries(schema.attributes).filter(
    ([name, each]) => each.required && !has("attribute", name),
  );
  const blocks = Object.entries(schema.blocks).filter(([name, each]) => each.required && !has("block", name));
  if (attributes.length === 0 && blocks.length === 0) return [];
  const meant = meantNames(body, schema);
  const isAbsent = ([name]: readonly [string, unknown]): boolean => !meant.has(name);
  return [
    ...attributes
      .filter(isAbsent)
      .map(([name, each]) =>
        diagnostic("missing-attribute", header, { name, block: schema.type, doc: each.doc }),
      ),
    ...blocks
      .filter(isAbsent)
      .map(([name, each]) =>
        diagnostic("missing-block", header, { name, parent: schema.type, doc: each.schema.doc }),
      ),
  ];
}

function repeated(body: Body, schema: BlockSchema): readonly Diagnostic[] {
  const first = new Map<string, Block>();
  return body.items.flatMap((item) => {
    const nested = item.kind === "block" ? nestedNamed(schema, item.type.name) : undefined;
    if (item.kind !== "block" || nested === undefined) return [];
    const before = first.get(item.type.name);
    if (before === undefined) first.set(item.type.name, item);
    if (before === undefined || nested.many === true) return [];
    const repeat = diagnostic("repeated-block", item.header, { name: item.type.name, parent: schema.type });
    return [{ ...repeat, related: [{ span: before.header, message: "the first one" }] }];
  });
}
