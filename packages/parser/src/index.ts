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
export { quote } from "./syntax/quote.ts";
export { canonicalCidr } from "./model/cidr.ts";
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
  Workforce,
  Workteam,
} from "./model/workforce-model.ts";
