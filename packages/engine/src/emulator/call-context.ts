/** What a call brings with it beside its input: where and for whom it runs, at what time, under which settings. */
export interface CallContext {
  readonly account: string;
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly settings: EmulatorSettings;
  /** Set by a fault: the workforce that this call creates or updates ends Failed with this reason. */
  readonly failLater: string | undefined;
  /** Set by a fault: DeleteWorkteam answers `Success: false` and deletes nothing. */
  readonly deleteUnsuccessful: boolean;
}

/** What can be chosen about the emulated AWS. */
export interface EmulatorSettings {
  /** How long creating, deleting and changing the VPC of a VPC workforce takes. */
  readonly vpcDelayMilliseconds: number;
  /** How long everything else takes; 0 is Active at once. */
  readonly delayMilliseconds: number;
  /** False: the tag calls answer `Invalid resource type: workforce`, as AWS did in 2021. */
  readonly tagsSupported: boolean;
}
