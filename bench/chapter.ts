/** What a suite measured. */
export interface Chapter {
  /** Markdown, from its title on. */
  readonly text: string;
  /** By what was compared: how many times as long ours took, so that less is better. What `bench --check` holds against. */
  readonly ratios: Readonly<Record<string, number>>;
}
