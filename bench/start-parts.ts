import { table } from "./markdown.ts";
import { type Contestant, timeInTurns } from "./whole-process.ts";

const rounds = 15;

/** A process that does what the part before it does, and something more. */
interface Part {
  readonly what: string;
  readonly contestant: Contestant;
}

/** What a start is made of, and what it would take without V8's cache. */
export async function startParts(
  wf: string,
  directory: string,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const run = (...args: readonly string[]): Contestant => ({
    name: `wf ${args[0]}`,
    args: [wf, ...args, "-C", directory],
    environment,
  });
  const parts: readonly Part[] = [
    { what: "Node alone", contestant: { name: "node -e 0", args: ["-e", "0"] } },
    { what: "the program, and its command line", contestant: run("version") },
    { what: "the language's code, the grammar, reading a file", contestant: run("fmt", "--check") },
    { what: "evaluation and rules", contestant: run("validate") },
    { what: "the AWS SDK's parts, three signed calls, a plan", contestant: run("plan") },
  ];
  const uncached = [run("version"), run("validate"), run("plan")].map((contestant) => ({
    ...contestant,
    name: `${contestant.name}, without`,
    environment: { ...environment, NODE_DISABLE_COMPILE_CACHE: "1" },
  }));
  const usages = await timeInTurns([...parts.map(({ contestant }) => contestant), ...uncached], rounds);
  const time = (name: string): number => usages.get(name)?.milliseconds ?? Number.NaN;
  const rows = parts.map(({ what, contestant: { name } }, index) => {
    const before = parts[index - 1]?.contestant.name;
    return [
      what,
      `\`${name}\``,
      milliseconds(time(name)),
      before === undefined ? "" : milliseconds(time(name) - time(before)),
    ];
  });
  const cached = ["wf version", "wf validate", "wf plan"].map((name) => [
    `\`${name}\``,
    milliseconds(time(name)),
    milliseconds(time(`${name}, without`)),
  ]);
  return `### What a start is made of

Each row does what the one above it does, and more.

${table(["what", "command", "time", "more"], rows)}

V8 keeps compiled code in \`~/.cache/wf\` (decision 0008). Without that, as on the first run:

${table(["command", "with", "without"], cached)}`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}
