import { diagnostic, type Source, span } from "@wf/parser";
import { expect, test } from "vitest";
import { renderDiagnosticsJson } from "../../src/render/diagnostics-json.ts";
import { hideWrittenSecrets } from "../../src/render/hide-written-secrets.ts";
import { onceASource } from "../../src/render/once-a-source.ts";

const workforce = (name: string): Source => ({
  name: "main.wf.hcl",
  text: `workforce "${name}" {\n  regoin = "us-east-1"\n  client_secret = "hunter2"\n}\n`,
});

test("what is worked out from a source is worked out once, and anew for another one of the same text", () => {
  const asked: Source[] = [];
  const name = onceASource((source) => {
    asked.push(source);
    return source.name;
  });
  const [first, second] = [workforce("radiology"), workforce("radiology")];
  expect([first, first, second, first].map(name)).toEqual(Array.from({ length: 4 }, () => "main.wf.hcl"));
  expect(asked).toEqual([first, second]);
});

test.each([
  ["with a client secret in it", workforce("radiology")],
  ["without one", { name: "main.wf.hcl", text: 'workforce "radiology" {}\n' }],
])("places of a source %s are shown in one source, whose lines are looked for once", (_, source) => {
  const [first, second] = [span(source, 0, 9), span(source, 10, 21)].map(hideWrittenSecrets);
  expect(first?.source).toBe(second?.source);
  expect(first?.source.text).not.toContain("hunter2");
  expect(first?.source.text).toHaveLength(source.text.length);
});

test("every mistake is told with the block that it is in, of its own source", () => {
  const sources = [workforce("radiology"), workforce("wildlife")];
  const mistakes = sources.flatMap((source) =>
    ["regoin", "client_secret"].map((name) => {
      const at = source.text.indexOf(name);
      const found = { block: "workforce", name, near: "region", allowed: ["region"] };
      return diagnostic("unknown-attribute", span(source, at, at + name.length), found);
    }),
  );
  expect(JSON.parse(renderDiagnosticsJson(mistakes))).toMatchObject({
    diagnostics: [
      { snippet: { context: 'workforce "radiology"', code: '  regoin = "us-east-1"' } },
      { snippet: { context: 'workforce "radiology"', code: '  client_secret = "*******"' } },
      { snippet: { context: 'workforce "wildlife"', code: '  regoin = "us-east-1"' } },
      { snippet: { context: 'workforce "wildlife"', code: '  client_secret = "*******"' } },
    ],
  });
});

const withSecret = (secret: string): string =>
  `workforce "a" {\n  oidc_config {\n    client_secret = ${secret}\n  }\n}\n`;

test.each([
  ["in quotes", '"hunter2"', '"*******"'],
  ["in a heredoc", "<<-X\n    hunter2\n    X", "<<-X\n    *******\n    X"],
  [
    "in a heredoc's branches",
    "<<X\n%{ if var.t }hunter2%{ else }hunter3%{ endif }\nX",
    "<<X\n%{ if var.t }*******%{ else }*******%{ endif }\nX",
  ],
  ["around an interpolation", '"hun${var.t}ter2"', '"***************"'],
  ["as an argument", 'trim("hunter2", " ")', 'trim("*******", "*")'],
  ["in a branch", 'var.t ? "hunter2" : var.u', 'var.t ? "*******" : var.u'],
  ["in an unclosed string", '"hunter2', '"*******'],
  [
    "behind an open bracket",
    'var.a\n  x = {\n  client_secret = "hunter2"',
    'var.a\n  x = {\n  client_secret = "*******"',
  ],
])("a client secret %s is not shown", (_, written, shown) => {
  const { source } = hideWrittenSecrets(span({ name: "main.wf.hcl", text: withSecret(written) }, 0, 9));
  expect(source.text).toBe(withSecret(shown));
});
