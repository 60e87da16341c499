import type { Span } from "../text/source.ts";

/** A whole file. */
export interface File {
  readonly kind: "file";
  readonly body: Body;
  readonly span: Span;
}

/** Attributes and blocks between braces, or of a file, in source order. */
export interface Body {
  readonly kind: "body";
  readonly items: readonly BodyItem[];
  readonly span: Span;
}

export type BodyItem = Attribute | Block;

/** `name = expression` */
export interface Attribute {
  readonly kind: "attribute";
  readonly name: Identifier;
  readonly expression: Expression;
  readonly span: Span;
}

/** `type "label" label { body }` */
export interface Block {
  readonly kind: "block";
  readonly type: Identifier;
  readonly labels: readonly Label[];
  readonly body: Body;
  /** From the type to the closing brace. */
  readonly span: Span;
  /** From the type to the last label: what an error about the block as a whole points at. */
  readonly header: Span;
}

/** A block's label: a bare identifier, or a quoted string without interpolation (then `span` holds its quotes). */
export interface Label {
  readonly value: string;
  readonly quoted: boolean;
  readonly span: Span;
}

/** A name, normalized to NFC. */
export interface Identifier {
  readonly name: string;
  readonly span: Span;
}

export type Expression =
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | Template
  | Tuple
  | ObjectConstructor
  | ForExpression
  | FunctionCall
  | Variable
  | AttributeAccess
  | Index
  | Splat
  | SplatItem
  | Unary
  | Binary
  | Conditional
  | Parentheses
  | InvalidExpression;

/** A number as written: evaluation reads its digits exactly. */
export interface NumberLiteral {
  readonly kind: "number";
  readonly digits: string;
  readonly span: Span;
}

export interface BooleanLiteral {
  readonly kind: "boolean";
  readonly value: boolean;
  readonly span: Span;
}

export interface NullLiteral {
  readonly kind: "null";
  readonly span: Span;
}

/**
 * A quoted template, a heredoc, or (in `parseTemplate`) a bare one. A quoted string without interpolation is a template
 * with at most one literal part. `"${x}"` alone is a template of one interpolation: it yields x itself, not a string.
 */
export interface Template {
  readonly kind: "template";
  readonly form: "quoted" | "heredoc" | "bare";
  readonly parts: readonly TemplatePart[];
  readonly span: Span;
}

export type TemplatePart = TemplateLiteral | TemplateInterpolation | TemplateIf | TemplateFor;

/** Literal text of a template after escapes, heredoc indentation and strip markers were applied. */
export interface TemplateLiteral {
  readonly kind: "literal";
  readonly value: string;
  readonly span: Span;
}

/** `${ expression }` */
export interface TemplateInterpolation {
  readonly kind: "interpolation";
  readonly expression: Expression;
  readonly span: Span;
}

/** `%{ if condition }…%{ else }…%{ endif }` */
export interface TemplateIf {
  readonly kind: "if";
  readonly condition: Expression;
  readonly then: readonly TemplatePart[];
  readonly otherwise: readonly TemplatePart[] | undefined;
  readonly span: Span;
}

/** `%{ for key, value in collection }…%{ endfor }` */
export interface TemplateFor {
  readonly kind: "for";
  readonly keyVariable: Identifier | undefined;
  readonly valueVariable: Identifier;
  readonly collection: Expression;
  readonly parts: readonly TemplatePart[];
  readonly span: Span;
}

/** `[a, b]` */
export interface Tuple {
  readonly kind: "tuple";
  readonly items: readonly Expression[];
  readonly span: Span;
}

/** `{ key = value, (expression) : value }` */
export interface ObjectConstructor {
  readonly kind: "object";
  readonly items: readonly ObjectItem[];
  readonly span: Span;
}

export interface ObjectItem {
  readonly key: ObjectKey;
  readonly value: Expression;
}

/** A bare identifier as key is its own name; anything else, parenthesized references too, is evaluated. */
export type ObjectKey =
  | { readonly kind: "name"; readonly name: string; readonly span: Span }
  | { readonly kind: "computed"; readonly expression: Expression; readonly span: Span };

/** `[for k, v in c : value if condition]` or `{for k, v in c : key => value... if condition}` */
export interface ForExpression {
  readonly kind: "for";
  readonly result: "tuple" | "object";
  readonly keyVariable: Identifier | undefined;
  readonly valueVariable: Identifier;
  readonly collection: Expression;
  /** Only for an object. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
  /** `...`: values of one key are gathered in a tuple. */
  readonly grouped: boolean;
  readonly span: Span;
}

/** `name(a, b...)`; a name may be namespaced: `provider::name::function`. */
export interface FunctionCall {
  readonly kind: "call";
  readonly name: Identifier;
  readonly arguments: readonly Expression[];
  /** `...` after the last argument. */
  readonly expanded: boolean;
  /** From `(` to `)`. */
  readonly parentheses: Span;
  readonly span: Span;
}

/** The root name of a traversal. */
export interface Variable {
  readonly kind: "variable";
  readonly name: string;
  readonly span: Span;
}

/** `source.name` */
export interface AttributeAccess {
  readonly kind: "attribute-access";
  readonly source: Expression;
  readonly name: Identifier;
  readonly span: Span;
}

/** `source[key]`, or the legacy `source.0` */
export interface Index {
  readonly kind: "index";
  readonly source: Expression;
  readonly key: Expression;
  readonly legacy: boolean;
  readonly span: Span;
}

/**
 * `source[*]` (full: every following step belongs to each item) or `source.*` (attribute-only: following attribute steps do).
 * `each` is what is computed for every item, and holds one `SplatItem` in the item's place.
 */
export interface Splat {
  readonly kind: "splat";
  readonly form: "full" | "attribute-only";
  readonly source: Expression;
  readonly each: Expression;
  /** Of the marker itself: `[*]` or `.*`. */
  readonly marker: Span;
  readonly span: Span;
}

/** The item at hand within `Splat.each`. */
export interface SplatItem {
  readonly kind: "splat-item";
  readonly span: Span;
}

export type UnaryOperator = "-" | "!";

export interface Unary {
  readonly kind: "unary";
  readonly operator: UnaryOperator;
  readonly operand: Expression;
  readonly span: Span;
}

export type BinaryOperator =
  | "||"
  | "&&"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "%";

export interface Binary {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}

/** `condition ? then : otherwise` */
export interface Conditional {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
  readonly span: Span;
}

export interface Parentheses {
  readonly kind: "parentheses";
  readonly expression: Expression;
  readonly span: Span;
}

/** Stands where an expression could not be read; a diagnostic was made, so evaluation yields an unknown without another one. */
export interface InvalidExpression {
  readonly kind: "invalid";
  readonly span: Span;
}
