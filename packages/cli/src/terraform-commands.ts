import { UserError } from "./user-error.ts";

/** What is for what in Terraform, where wf has no such command: where the region is the state, none is kept or filled. */
const insteadOf: ReadonlyMap<string, string> = new Map([
  [
    "import",
    "What is live is adopted by a block of its name: wf pull prints that block, and wf plan says what adopting takes.",
  ],
  ["refresh", "The region is read for every plan: wf drift says what is not as configured."],
  ["state", "The region is the state: wf plan reads it, and wf pull prints it as a configuration."],
]);

/** Refuses a command that only Terraform has, with what takes its place. */
export function refuseTerraformsOwn(command: string | undefined): void {
  const instead = insteadOf.get(command ?? "");
  if (instead !== undefined) throw new UserError(`wf has no command ${command}, and needs none.`, instead);
}
