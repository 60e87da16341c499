import { expect, test } from "vitest";
import { describeValue } from "../../src/index.ts";
import { stack } from "./blocks.ts";
import { configured, said } from "./configured.ts";

/** The locals of a configuration, as they would be shown; they must be right. */
async function localsOf(text: string): Promise<string> {
  const { value, diagnostics } = await configured(`${stack}${text}`);
  expect(diagnostics).toEqual([]);
  const local = value.scope.variables.get("local");
  return local === undefined ? "" : describeValue(local);
}

test.each([
  ["in any order", "locals {\n  a = local.b\n  b = local.c + 1\n  c = 1\n}\n", "{ a = 2, b = 2, c = 1 }"],
  ["over several blocks", "locals {\n  a = local.b\n}\nlocals {\n  b = 1\n}\n", "{ a = 1, b = 1 }"],
  ["by index", 'locals {\n  a = local["b"]\n  b = 1\n}\n', "{ a = 1, b = 1 }"],
  [
    "in a for",
    "locals {\n  a = [for x in local.b : x + local.c]\n  b = [1]\n  c = 2\n}\n",
    "{ a = [3], b = [1], c = 2 }",
  ],
  [
    "under a name that a for hides",
    "locals {\n  a = [for local in [{ b = 1 }] : local.b]\n}\n",
    "{ a = [1] }",
  ],
  ["in a template", 'locals {\n  a = "${local.b}!"\n  b = "x"\n}\n', '{ a = "x!", b = "x" }'],
  ["of none", "locals {\n}\n", "{}"],
])("locals can be defined %s", async (_, text, expected) => {
  expect(await localsOf(text)).toBe(expected);
});

test.each([
  ["itself", "  a = local.a\n", [["circular-locals", "a"]]],
  ["two", "  a = local.b\n  b = local.a\n", [["circular-locals", "a"]]],
  [
    "three that one leads to",
    "  z = local.a\n  a = local.b\n  b = local.c\n  c = local.a\n",
    [["circular-locals", "a"]],
  ],
  ["all", "  a = { for k, v in local : k => v }\n", [["circular-locals", "a"]]],
  [
    "two circles",
    "  a = local.a\n  b = local.b\n",
    [
      ["circular-locals", "a"],
      ["circular-locals", "b"],
    ],
  ],
])("a circle of %s is told once", async (_, content, expected) => {
  expect(await said(`${stack}locals {\n${content}}\n`)).toEqual(expected);
});

test("a circle is told without what leads to it", async () => {
  const { diagnostics } = await configured(
    `${stack}locals {\n  z = local.a\n  a = local.b\n  b = local.a\n}\n`,
  );
  expect(diagnostics[0]?.detail).toContain("local.a → local.b → local.a.");
});

test("one unknown local is one mistake, wherever it leads", async () => {
  expect(await said(`${stack}locals {\n  a = local.nobody\n  b = local.a\n  c = [local.b]\n}\n`)).toEqual([
    ["unknown-local", "local.nobody"],
  ]);
});

test("locals hold attributes and nothing else", async () => {
  expect(await said(`${stack}locals "site" {\n  a = 1\n}\n`)).toEqual([["wrong-labels", 'locals "site"']]);
  expect(await said(`${stack}locals {\n  site {\n  }\n}\n`)).toEqual([["unknown-block", "site"]]);
});

test("a chain of locals may be long", async () => {
  const chain = Array.from({ length: 20_000 }, (_, index) => `  n${index} = local.n${index + 1}\n`).join("");
  const { value, diagnostics } = await configured(`${stack}locals {\n${chain}  n20000 = "end"\n}\n`);
  expect(diagnostics).toEqual([]);
  const local = value.scope.variables.get("local");
  expect(local?.kind === "mapping" && local.entries.get("n0")).toMatchObject({ text: "end" });
});

/** A function costs as many steps as its values have parts: each loop is a million of the five that there are. */
function loops(count: number): string {
  const wide = "  wide = [for a in range(100) : range(1000)]\n";
  const all = Array.from(
    { length: count },
    (_, index) => `  n${index} = [for a in range(10) : length(local.wide)]\n`,
  );
  return `${stack}locals {\n${wide}${all.join("")}}\n`;
}

test("a stranger's loops cost their limit once, not once an attribute", async () => {
  expect(await said(loops(4))).toEqual([]);
  expect((await said(loops(50))).map(([code]) => code)).toEqual(["limit-exceeded"]);
});
