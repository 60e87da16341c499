import type { Mistake } from "./mistake.ts";

/** A mistake in what a local stands for, with some to refer to. */
const local = (written: string): Mistake => ({
  files: `wf {\n  stack = "imaging"\n}\n\nlocals {\n  sites = ["north", "south"]\n  beds  = { north = 12, south = 8 }\n  found = ${written}\n}\n`,
});

const variable = (content: string): Mistake => ({
  files: `wf {\n  stack = "imaging"\n}\n\nvariable "sites" {\n${content}}\n`,
});

/** Mistakes in expressions. */
export const evaluationMistakes = {
  "unknown-reference": local("«vra».sites"),
  "no-attribute": local("local.beds«.nroth»"),
  "invalid-index": local("local.sites«[2]»"),
  "invalid-operand": local("1 + «local.sites»"),
  "division-by-zero": local("«local.beds.north / 0»"),
  "number-too-large": local("«1e4000 * 1e4000»"),
  "not-in-template": local('"at «${local.sites}»"'),
  "invalid-condition": local('«local.sites» ? "many" : "none"'),
  "inconsistent-conditional": local("true ? «local.sites : local.beds»"),
  "not-iterable": local("[for site in «12» : site]"),
  "duplicate-key": local("{ for site in local.sites : «length(site)» => site }"),
  "splat-of-null": local("«tolist(null)»[*].name"),
  "ambiguous-object-key": local("{ «local.beds» = 1 }"),
  "invalid-object-key": local("{ «(local.sites)» = 1 }"),
  "unknown-function": local('«uper»("north")'),
  "functions-not-allowed": variable('  default = [«upper("north")»]\n'),
  "missing-argument": local("substr(local.sites[0], 0«)»"),
  "surplus-argument": local('upper("north", «"south"»)'),
  "invalid-argument": local("upper(«local.sites»)"),
  "invalid-expansion": local("max(«local.beds»...)"),
  "function-failed": local("«pow(10, 400)»"),
  "limit-exceeded": local("[for a in range(1000) : «[for b in range(1000) : [for c in range(1000) : a]]»]"),
  "invalid-type": variable("  type    = «lsit(string)»\n  default = []\n"),
  "invalid-default": variable('  type    = list(string)\n  default = «"north"»\n'),
} satisfies Readonly<Record<string, Mistake>>;
