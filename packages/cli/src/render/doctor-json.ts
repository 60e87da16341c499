import { type DoctorState, doctorTotals } from "../doctor/doctor-state.ts";

/** The checks as data. */
export function doctorJson(state: DoctorState): object {
  const { failed, passed, skipped, "not-made": notMade } = doctorTotals(state);
  return {
    format_version: "1.0",
    outcome: failed > 0 ? "failed" : "passed",
    passed,
    failed,
    not_made: notMade,
    skipped,
    checks: state.items.flatMap(({ check: { name, place }, state: outcome }) =>
      typeof outcome === "string"
        ? []
        : [
            {
              check: name,
              account: place.account,
              region: place.region,
              address: place.address,
              outcome: outcome.kind,
              message: outcome.message,
              help: outcome.kind === "failed" ? outcome.help : undefined,
            },
          ],
    ),
  };
}
