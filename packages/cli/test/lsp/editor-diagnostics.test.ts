import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { diagnostic, type Diagnostic, type Source, span } from "@wf/parser";
import { editorDiagnostics } from "../../src/lsp/editor-diagnostics.ts";

const addresses = {
  directory: "/labeling",
  addressOf: (file: string): string => pathToFileURL(file).href,
  elsewhere: "file:///labeling/main.wf.hcl",
};
const source: Source = { name: "owls #1.wf.hcl", text: 'a = "🦉" + b\nc = 1\n' };
const given: Source = { name: "WF_VAR_site", text: "b", inline: true };
const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function only(told: Diagnostic) {
  const [[uri, list] = ["", []], ...others] = editorDiagnostics([told], addresses);
  expect([others.length, list.length]).toEqual([0, 1]);
  return { uri, ...list[0] };
}

test("a diagnostic is told of its file, in the words of wf validate", () => {
  const told = diagnostic("unknown-reference", span(source, 11, 12), {
    name: "b",
    near: undefined,
    known: ["var"],
  });
  const { uri, range, severity, message } = only({ ...told, values: [{ traversal: "var.x", value: "1" }] });
  expect(uri).toBe("file:///labeling/owls%20%231.wf.hcl");
  expect(range).toEqual({ start: { line: 0, character: 11 }, end: { line: 0, character: 12 } });
  expect(severity).toBe(1);
  expect(message).toBe('There is nothing called "b" here. A reference begins with one of var.\nvar.x is 1');
});

test("what is about no file is told at the top of an open one", () => {
  const places = [undefined, span(given, 0, 1)];
  for (const place of places) {
    const told = only(diagnostic("wrong-variable-type", place, { name: "site", reason: "it is not" }));
    expect([told.uri, told.range]).toEqual([addresses.elsewhere, top]);
  }
});

test("of related places those in files are told", () => {
  const told = diagnostic("repeated-name", span(source, 13, 14), { what: "local", name: "c" });
  const first = { span: span(source, 0, 1), message: "the first one" };
  const value = { span: span(given, 0, 1), message: "its value" };
  const { relatedInformation } = only({ ...told, related: [first, value] });
  expect(relatedInformation?.map(({ message, location }) => [message, location.uri])).toEqual([
    ["the first one", "file:///labeling/owls%20%231.wf.hcl"],
  ]);
});

test("a warning is one", () => {
  expect(
    only(diagnostic("unknown-region", span(source, 0, 1), { region: "eu-wset-1", near: undefined })).severity,
  ).toBe(2);
});
