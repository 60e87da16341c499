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
export { assertNever } from "./assert-never.ts";
export { format, formatTokens } from "./syntax/format.ts";
export { openAfter } from "./syntax/open-after.ts";
export type { Open } from "./syntax/open-after.ts";
export { isIdentifier } from "./syntax/identifier.ts";
export { parse, parseExpression, parseTemplate } from "./syntax/parse.ts";
export { children, itemsAt, references, traversalOf } from "./syntax/walk.ts";
export type { Traversal, TraversalStep } from "./syntax/walk.ts";
export { codeFrame, renderCodeFrame } from "./text/code-frame.ts";
export type { FrameLine, FrameOptions } from "./text/code-frame.ts";
export { catalog, codes } from "./text/diagnostic-catalog.ts";
export type { Code } from "./text/diagnostic-catalog.ts";
export { diagnostic, hasErrors } from "./text/diagnostic.ts";
export type {
  Diagnostic,
  ReferenceValue,
  RelatedPlace,
  Severity,
  WithDiagnostics,
} from "./text/diagnostic.ts";
export { lineAt, lineText, positionAt, span, textOf, utf16PositionAt } from "./text/source.ts";
export type { Position, Source, Span } from "./text/source.ts";
export { suggest } from "./text/suggest.ts";
export { printExpression } from "./evaluation/print-expression.ts";
export { quote } from "./syntax/quote.ts";
export { canonicalCidr } from "./model/cidr.ts";
export { fits } from "./model/check-value.ts";
export { oidcGroup } from "./model/constraints.ts";
export { knownRegions } from "./model/regions.ts";
export { isPoolOf } from "./model/user-pool-region.ts";
export { secret } from "./model/secret.ts";
export type { Secret } from "./model/secret.ts";
export type {
  Account,
  AssumeRole,
  Cognito,
  Configuration,
  IdentityProvider,
  Lifecycle,
  Oidc,
  Timeouts,
  Vpc,
  WorkerAccess,
  Workforce,
  Workteam,
} from "./model/workforce-model.ts";
export { applyConstraint } from "./evaluation/apply-constraint.ts";
export { convert } from "./evaluation/convert.ts";
export type { Conversion } from "./evaluation/convert.ts";
export { describeValue } from "./evaluation/describe-value.ts";
export { sensitiveText, unknownText } from "./evaluation/stand-ins.ts";
export { equalValues } from "./evaluation/equality.ts";
export { evaluate } from "./evaluation/evaluate.ts";
export { referredValue } from "./evaluation/explain.ts";
export type { FunctionDefinition, FunctionTable, Parameter } from "./evaluation/function-definition.ts";
export type { FileContent, FunctionHost } from "./evaluation/function-host.ts";
export type { Budget } from "./evaluation/limits.ts";
export { decimalText, parseDecimal } from "./evaluation/decimal.ts";
export { mismatchText } from "./evaluation/mismatch.ts";
export type { Mismatch, PathStep } from "./evaluation/mismatch.ts";
export { openly } from "./evaluation/openly.ts";
export { fromPlain, toPlain } from "./evaluation/plain.ts";
export type { Plain } from "./evaluation/plain.ts";
export type { Scope } from "./evaluation/scope.ts";
export { sensitive } from "./evaluation/sensitivity.ts";
export type { Sensitivity } from "./evaluation/sensitivity.ts";
export { setValue } from "./evaluation/set-value.ts";
export { typeConstraint } from "./evaluation/type-constraint.ts";
export type { Defaults, TypeConstraint } from "./evaluation/type-constraint.ts";
export {
  boolType,
  dynamicType,
  listType,
  mapType,
  numberType,
  objectType,
  setType,
  stringType,
  tupleType,
  typeText,
} from "./evaluation/types.ts";
export type { CollectionType, ObjectType, PrimitiveType, TupleType, Type } from "./evaluation/types.ts";
export {
  boolValue,
  isWhollyKnown,
  listValue,
  mapValue,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
  tupleValue,
  unknownValue,
} from "./evaluation/value.ts";
export type { MappingValue, SequenceValue, Value } from "./evaluation/value.ts";
export type { AttributeSchema, BlockSchema, TextConstraint } from "./model/schema.ts";
export { fileSchema } from "./model/schemas/file.ts";
export { readConfiguration } from "./model/read-configuration.ts";
export type { ConfigurationInput, ReadConfiguration } from "./model/read-configuration.ts";
export type { LiveAttributes, Output, OutputDeclaration } from "./model/outputs.ts";
export type { VariableInput } from "./model/given-values.ts";
export type { MissingVariables, VariableValue } from "./model/variables.ts";
export { calledFunctions } from "./evaluation/functions/called-functions.ts";
export { prepareFunctions } from "./evaluation/functions/prepare-functions.ts";
export { standardFunctions } from "./evaluation/functions/standard-functions.ts";
export {
  allowedValues,
  attributeKind,
  blockHeadline,
  functionSignature,
  parameterKind,
  parametersOf,
} from "./language-service/describe-schema.ts";
export { definitionsIn, isSame, useOf, usesIn, valuesIn } from "./language-service/named.ts";
export type { Definition, Named, NamePlace, Root } from "./language-service/named.ts";
export { subjectAt } from "./language-service/subject-at.ts";
export type { Subject } from "./language-service/subject-at.ts";
export { callAt } from "./language-service/call-at.ts";
export type { CallPlace } from "./language-service/call-at.ts";
export { cursorAt } from "./language-service/cursor-at.ts";
export type { Cursor, CursorPlace } from "./language-service/cursor-at.ts";
export { complete } from "./language-service/complete.ts";
export type { Completion } from "./language-service/complete.ts";
export { fixOf } from "./language-service/fix-of.ts";
export type { Fix } from "./language-service/fix-of.ts";
export { outlineOf } from "./language-service/outline-of.ts";
export type { OutlineItem } from "./language-service/outline-of.ts";
