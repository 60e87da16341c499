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
    name: `wf ${args.join(" ")}`,
    args: [wf, ...args, "-C", directory],
    environment,
  });
  const parts: readonly Part[] = [
    { what: "Node alone", contestant: { name: "node -e 0", args: ["-e", "0"] } },
    { what: "the program, and its command line", contestant: run("version") },
    { what: "the language: its code, the grammar, evaluation and rules", contestant: run("validate") },
    { what: "the AWS SDK's parts, three signed calls, a plan", contestant: run("plan") },
  ];
  const cached = [run("version"), run("fmt", "--check"), run("validate"), run("plan")];
  const uncached = cached.map((contestant) => ({
    ...contestant,
    name: `${contestant.name}, without`,
    environment: { ...environment, NODE_DISABLE_COMPILE_CACHE: "1" },
  }));
  const all = new Map(
    [...parts.map(({ contestant }) => contestant), ...cached, ...uncached].map((each) => [each.name, each]),
  );
  const usages = await timeInTurns([...all.values()], rounds);
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
  const kept = cached.map(({ name }) => [
    `\`${name}\``,
    milliseconds(time(name)),
    milliseconds(time(`${name}, without`)),
  ]);
  return `### What a start is made of

Each row does what the one above it does, and more.

${table(["what", "command", "time", "more"], rows)}

V8 keeps compiled code in \`~/.cache/wf\` (decision 0008). Without that, as on the first run:

${table(["command", "with", "without"], kept)}`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}
