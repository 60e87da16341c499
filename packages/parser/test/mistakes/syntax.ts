import type { Mistake } from "./mistake.ts";

/** A mistake in the value of one of the workforce's attributes. */
const tags = (written: string): Mistake => ({
  files: `workforce "radiology" {\n  region = "eu-west-1"\n  tags   = ${written}\n}\n`,
});

const file = (files: string): Mistake => ({ files });

/** Mistakes of syntax. */
export const syntaxMistakes = {
  "unexpected-token": tags('{ site = "north" }[«,» 0]'),
  "invalid-character": tags("{ site = «'»north' }"),
  "nesting-too-deep": tags(`${"(".repeat(200)}«(»1${")".repeat(201)}`),
  "unclosed-comment": file('wf {\n  stack = "imaging"\n}\n\n«/*» The workforces begin here.\n'),
  "item-expected": file('wf {\n  stack = "imaging"\n}\n«}»\n'),
  "quoted-attribute-name": file('wf {\n  «"stack"» = "imaging"\n}\n'),
  "missing-equals": file("wf {\n  «stack»\n}\n"),
  "duplicate-attribute": file('wf {\n  stack = "imaging"\n  «stack» = "radiology"\n}\n'),
  "missing-newline-after-attribute": file('wf {\n  stack = "imaging"«,»\n  regions = ["eu-west-1"]\n}\n'),
  "missing-newline-after-block": file('wf {\n  stack = "imaging"\n} «workforce» "radiology" {\n}\n'),
  "invalid-block-header": file('workforce "radiology" «1» {\n}\n'),
  "equals-in-block-header": file('workforce "radiology" «=» {\n  region = "eu-west-1"\n}\n'),
  "block-without-brace": file('workforce "radiology"«\n»{\n  region = "eu-west-1"\n}\n'),
  "nested-block-in-one-line": file('workforce "radiology" { «lifecycle {» prevent_destroy = true } }\n'),
  "one-line-block-goes-on": file('wf { stack = "imaging"«,» regions = ["eu-west-1"] }\n'),
  "unclosed-block": file('workforce "radiology" «{»\n  region = "eu-west-1"\n'),
  "template-in-label": file('workforce "radiology-«${»var.site}" {\n  region = "eu-west-1"\n}\n'),
  "expression-expected": file('workforce "radiology" {\n  region =«\n»}\n'),
  "trailing-text": {
    files: 'wf {\n  stack = "imaging"\n}\n\nvariable "sites" {\n  type = list(string)\n}\n',
    flags: { sites: '["north"] "south"' },
  },
  "unclosed-bracket": file('sites = «[»"north", "south"\n'),
  "missing-closer": tags('("north" «"south"»)'),
  "missing-comma": tags('["north" «"south"»]'),
  "missing-item-separator": tags('{ site = "north" «ward» = "3" }'),
  "missing-object-value": tags('{ "north" «}»'),
  "missing-conditional-branch": tags('var.north ? { site = "north" }«\n»'),
  "attribute-name-expected": tags("var.tags.«\n»"),
  "invalid-number": tags("{ version = «1.2.3» }"),
  "chained-legacy-index": tags("{ site = var.sites.«0.1» }"),
  "nested-splat": tags("{ site = var.sites.*.«*» }"),
  "function-name-expected": tags("wf::«{» }"),
  "call-expected": tags("wf::tags«\n»"),
  "expansion-not-last": tags("merge(var.tags...«,» {})"),
  "invalid-for": tags("{ for site «of» var.sites : site => site }"),
  "for-key-in-tuple": tags("[for site in var.sites : «site» => site]"),
  "for-grouping-in-tuple": tags("[for site in var.sites : site«...»]"),
  "for-key-missing": tags("{ for site in var.sites : «site» }"),
  "unclosed-string": file('site = "north«»'),
  "newline-in-string": tags('"north«\n»'),
  "unclosed-heredoc": file("site = «<<EOT»\nnorth\n"),
  "invalid-escape": tags('{ path = "C:«\\s»ites" }'),
  "unclosed-interpolation": tags('"«${»var.site"'),
  "text-after-interpolation": tags('{ site = "${var.site«:»-north}" }'),
  "directive-expected": tags('{ site = "%{ «fi» var.north }" }'),
  "unclosed-directive": tags('{ site = "«%{ if var.north }»north" }'),
  "unexpected-directive": tags('{ site = "north«%{ endif }»" }'),
} satisfies Readonly<Record<string, Mistake>>;
