/** What a file holds, or why it cannot be read (a clause: `it is outside the configuration's directory`). */
export type FileContent = { readonly bytes: Uint8Array } | { readonly failure: string };

/** The outside world, as far as functions may look at it. Paths are as written; the host resolves and confines them. */
export interface FunctionHost {
  /** A file's bytes. */
  readonly readFile: (path: string) => FileContent;
  /** Whether there is a file that `readFile` would read. */
  readonly fileExists: (path: string) => boolean;
  /** Every file below a directory, as paths relative to it with `/` between names, or why they cannot be listed. */
  readonly listFiles: (
    directory: string,
  ) => { readonly paths: readonly string[] } | { readonly failure: string };
  /** The value of an environment variable. */
  readonly environment: (name: string) => string | undefined;
  /** The user's home directory, for `pathexpand`. */
  readonly homeDirectory?: () => string | undefined;
}
