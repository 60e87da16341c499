export { accountIdOf } from "./account-id.ts";
export type { ApiCall, Operation } from "./api-call.ts";
export { apply } from "./apply.ts";
export type { ApplyOptions, ApplyPorts } from "./apply.ts";
export { parseArn } from "./arn.ts";
export { approvalFor } from "./approval.ts";
export type { Approval, LosingTarget } from "./approval.ts";
export { configurationDigest } from "./configuration-digest.ts";
export { describeDrift } from "./describe-drift.ts";
export { describeMoved } from "./describe-moved.ts";
export type { Moved } from "./describe-moved.ts";
export { deletedWorkteams } from "./deleted-workteams.ts";
export { describeDiagnostic } from "./describe-diagnostic.ts";
export { describePlan } from "./describe-plan.ts";
export type { PlanScope } from "./summarize-plan.ts";
export { describeConfiguration } from "./describe-state.ts";
export { discoverEndpoints, wantsDiscovery } from "./discover-endpoints.ts";
export type { ApplyEvent, Failure } from "./events.ts";
export { journalFormatVersion } from "./journal.ts";
export type { RunRequest } from "./journal.ts";
export { impactOf } from "./impact.ts";
export type { LiveRegion, LiveWorkforce, LiveWorkteam } from "./live-state.ts";
export { plan } from "./plan.ts";
export type { PlanOptions, TargetInput } from "./plan.ts";
export { planFileSchema, planTargets, readPlanFile, writePlanFile } from "./plan-file.ts";
export type { PlanFile, PlanFileProblem } from "./plan-file.ts";
export type { Plan, Target } from "./plan-model.ts";
export { planFormatVersion } from "./plan-format-version.ts";
export {
  diagnosticViewSchema,
  driftDocumentSchema,
  planDocumentSchema,
  plansDocumentSchema,
} from "./plan-view.ts";
export type {
  AttributeView,
  DiagnosticView,
  DriftView,
  Plain,
  PlanView,
  ResourceAction,
  ResourceView,
  SweepView,
  TargetView,
  WordView,
} from "./plan-view.ts";
export { preflightChecks } from "./preflight/preflight-checks.ts";
export { localProbes } from "./preflight/local-probes.ts";
export { strictly } from "./preflight/preflight-findings.ts";
export { preflightSubject } from "./preflight/preflight-subject.ts";
export { checksFor, makeCheck, runPreflight } from "./preflight/run-preflight.ts";
export type { PreflightSubject } from "./preflight/check.ts";
export type { PreflightResult } from "./preflight/run-preflight.ts";
export type { PreflightName } from "./preflight/preflight-checks.ts";
export { ProbeError } from "./probe-error.ts";
export type {
  ApiResult,
  CallerIdentity,
  Clock,
  DiscoveryDocument,
  JournalStore,
  Probes,
  Region,
  Retry,
  CallOptions,
  WorkforceState,
} from "./ports.ts";
export { ownersOf, pullConfiguration } from "./pull-configuration.ts";
export type { PulledConfiguration, PulledRegion, PullNote } from "./pull-configuration.ts";
export { RemoteError } from "./remote-error.ts";
export type { RemoteReason } from "./remote-error.ts";
export { planRollback, rollbackObstacle } from "./plan-rollback.ts";
export { isReplaced, lostWorkteams, placeOf, tookTeamsAway, unfinishedPart } from "./run-history.ts";
export type { RunHistory, TargetHistory } from "./run-history.ts";
export { isOurs, judgeLooks } from "./sweep.ts";
export type { Look } from "./sweep.ts";
export { targetHeading, targetName } from "./target-name.ts";
export { targetKey, targetsOf, unnamedTargets } from "./targets.ts";
export type { WantedTarget } from "./targets.ts";
export type { WorkteamUsage } from "./workteam-usage.ts";
export { isBusy, readSettled } from "./wait-until-settled.ts";
export { changeEffect } from "./workforce-effects.ts";
