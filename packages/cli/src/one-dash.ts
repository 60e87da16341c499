/**
 * Terraform spells long options with one dash (`-out=FILE`, `-detailed-exitcode`): rewrites those that the program
 * has to two dashes. What follows `--` is left alone.
 */
export function acceptOneDash(args: readonly string[], longOptions: ReadonlySet<string>): readonly string[] {
  const end = args.indexOf("--");
  return args.map((arg, index) => {
    const name = /^-([a-z][a-z-]+)(?:=|$)/.exec(arg)?.[1];
    if (name === undefined || (end !== -1 && index > end)) return arg;
    return longOptions.has(`--${name}`) ? `-${arg}` : arg;
  });
}
