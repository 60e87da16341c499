/** What depends on work teams that a plan takes away, for good or for a while. */
export interface WorkteamUsage {
  /** The tasks that wait for each team's workers, by the team's name. */
  readonly tasks: ReadonlyMap<string, Reading<TasksInFlight>>;
  /** The A2I flow definitions that send their human loops to one of the teams. */
  readonly flowDefinitions: Reading<readonly FlowDefinition[]>;
}

export interface TasksInFlight {
  /** Data objects that wait to be labeled by a person. */
  readonly pending: number;
  /** The labeling jobs that they are of. */
  readonly labelingJobs: readonly string[];
}

export interface FlowDefinition {
  readonly name: string;
  /** The name of the team. */
  readonly workteam: string;
}

/** What was read, or why it could not be: a plan says so, and does not fail of it. */
export type Reading<T> =
  | { readonly readable: true; readonly value: T }
  | { readonly readable: false; readonly reason: string };
