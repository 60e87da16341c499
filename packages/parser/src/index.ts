export type {
  Attribute,
  AttributeAccess,
  Binary,
  BinaryOperator,
  Block,
  Body,
  BodyItem,
  BooleanLiteral,
  Conditional,
  Expression,
  File,
  ForExpression,
  FunctionCall,
  Identifier,
  Index,
  InvalidExpression,
  Label,
  NullLiteral,
  NumberLiteral,
  ObjectConstructor,
  ObjectItem,
  ObjectKey,
  Parentheses,
  Splat,
  SplatItem,
  Template,
  TemplateFor,
  TemplateIf,
  TemplateInterpolation,
  TemplateLiteral,
  TemplatePart,
  Tuple,
  Unary,
  UnaryOperator,
  Variable,
} from "./syntax/ast.ts";
export { format, formatTokens } from "./syntax/format.ts";
export { isIdentifier } from "./syntax/matchers.ts";
export { parse, parseExpression, parseTemplate } from "./syntax/parse.ts";
export { children, itemsAt, references, traversalOf } from "./syntax/walk.ts";
export type { Traversal, TraversalStep } from "./syntax/walk.ts";
export { codeFrame, renderCodeFrame } from "./text/code-frame.ts";
export type { FrameLine, FrameOptions } from "./text/code-frame.ts";
export { diagnostic, hasErrors } from "./text/diagnostic.ts";
export type {
  Diagnostic,
  ReferenceValue,
  RelatedPlace,
  Severity,
  WithDiagnostics,
} from "./text/diagnostic.ts";
export { lineAt, lineText, positionAt, span, spanTo, textOf } from "./text/source.ts";
export type { Position, Source, Span } from "./text/source.ts";
export { suggest } from "./text/suggest.ts";
