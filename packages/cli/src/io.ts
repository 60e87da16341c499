/** The world of one run of the program, so that a test can be another. */
export interface Io {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
}

/** Whether a person is at both ends, so that questions can be asked and the screen redrawn. */
export function isInteractive(io: Io): boolean {
  const { environment } = io;
  const machine = environment["TERM"] === "dumb" || isSet(environment["CI"]);
  return io.stdin.isTTY && io.stdout.isTTY && !machine;
}

/** Whether a stream should be coloured, by the conventions of NO_COLOR and FORCE_COLOR. */
export function hasColor(io: Io, stream: NodeJS.WriteStream, wanted: boolean): boolean {
  const { environment } = io;
  if (!wanted || isSet(environment["NO_COLOR"])) return false;
  const forced = environment["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return stream.isTTY && environment["TERM"] !== "dumb";
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value !== "0" && value !== "false";
}
