import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import {
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  HoverRequest,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  SignatureHelpRequest,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Editor, startEditor } from "./support/editor.ts";
import { startWf } from "./support/run-wf.ts";
import { temporaryDirectory, writeFiles } from "./support/workspace.ts";

const wf = 'wf {\n  stack = "radiology"\n}\n';
const birds = (region: string): string =>
  `workforce "birds" {\n  region = ${region}\n  cognito_config {\n    user_pool = "eu-west-1_Wild1ife"\n    client_id = "4example5client6id"\n  }\n}\n`;

const none: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** An editor on a directory with these files, one of which is open as it is. */
async function editing(
  files: Readonly<Record<string, string>>,
  open: string,
): Promise<Editor & { directory: string }> {
  const directory = await temporaryDirectory();
  await writeFiles(directory, files);
  const editor = await startEditor(directory);
  await editor.open(open, files[open] ?? "");
  return { ...editor, directory };
}

/** A diagnostic as `line:character-line:character severity code`, from 0. */
function brief({ code, severity, range: { start, end } }: Diagnostic): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${severity === 1 ? "error" : "warning"} ${code}`;
}

describe("wf lsp", () => {
  test("says what it can, checks a directory as it is typed, and leaves with 0", async () => {
    const editor = await editing(
      { "main.wf.hcl": `${wf}locals {\n  owl = ["🦉e\u0301", nothing]\n}\n` },
      "main.wf.hcl",
    );
    expect(editor.initialized.serverInfo?.name).toBe("wf");
    expect(editor.initialized.capabilities.positionEncoding).toBe("utf-16");
    const [first, ...others] = await editor.told("main.wf.hcl");
    expect(others).toEqual([]);
    expect(first && brief(first)).toBe("4:17-4:24 error unknown-reference");
    expect(first?.source).toBe("wf");
    expect(first?.message).toMatch(/^There is nothing called "nothing" here\. A reference begins with/);
    const fixed = editor.told("main.wf.hcl", (each) => each.length === 0);
    await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: editor.uri("main.wf.hcl"), version: 2 },
      contentChanges: [{ range: first?.range ?? none, text: "1" }],
    });
    await fixed;
    expect(await editor.leave()).toBe(0);
    expect(editor.stderr()).toBe("");
  });

  test("a directory is one configuration: what is open counts instead of what is on disk", async () => {
    const files = { "main.wf.hcl": wf, "birds.wf.hcl": birds("local.home") };
    const editor = await editing(files, "birds.wf.hcl");
    expect((await editor.told("birds.wf.hcl")).map(brief)).toEqual(["1:16-1:21 error no-attribute"]);
    const fixed = editor.told("birds.wf.hcl", (each) => each.length === 0);
    await editor.open("main.wf.hcl", `${wf}locals {\n  home = "eu-west-1"\n}\n`);
    await fixed;
    const broken = editor.told("birds.wf.hcl", (each) => each.length === 1);
    await editor.close("main.wf.hcl");
    await broken;
    const cleared = editor.told("birds.wf.hcl");
    await editor.close("birds.wf.hcl");
    expect(await cleared).toEqual([]);
  });

  test("the other place of a mistake is told with its file", async () => {
    const files = {
      "main.wf.hcl": `${wf}${birds('"eu-west-1"')}`,
      "more.wf.hcl": 'variable "a" {}\nvariable "a" {}\n',
    };
    const editor = await editing(files, "main.wf.hcl");
    const [repeated] = await editor.told("more.wf.hcl");
    expect(repeated && brief(repeated)).toBe("1:9-1:12 error repeated-name");
    expect(repeated?.relatedInformation).toEqual([
      {
        location: {
          uri: editor.uri("more.wf.hcl"),
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 12 } },
        },
        message: "the first one",
      },
    ]);
  });

  test("places in a file that is not open count as the editor will count them", async () => {
    const mistake = 'locals { 🦉 = 1 }\r\nlocals {\r\n  a = ["👩‍👩‍👧", b]\r\n}\r\n'.replace("🦉", "x");
    const files = { "main.wf.hcl": wf, "owls.wf.hcl": `\uFEFFlocal {}\r\n${mistake}` };
    const editor = await editing(files, "main.wf.hcl");
    expect((await editor.told("owls.wf.hcl")).map(brief)).toEqual([
      "0:0-0:5 error unknown-block",
      "3:19-3:20 error unknown-reference",
    ]);
  });

  test("files that change and go on disk are looked at again", async () => {
    const files = { "main.wf.hcl": wf, "more.wf.hcl": "locals {\n" };
    const editor = await editing(files, "main.wf.hcl");
    expect((await editor.told("more.wf.hcl")).map(brief)).toEqual(["0:7-0:8 error unclosed-block"]);
    const cleared = editor.told("more.wf.hcl");
    await rm(path.join(editor.directory, "more.wf.hcl"));
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: editor.uri("more.wf.hcl"), type: 3 }],
    });
    expect(await cleared).toEqual([]);
  });

  test("files of other tools are none of its business, and files of values are", async () => {
    const files = { "main.wf.hcl": wf, "nomad.hcl": "job=1", "prod.wfvars.hcl": "a = [\n" };
    const editor = await editing(files, "nomad.hcl");
    const told: unknown[] = [];
    void editor.told("nomad.hcl").then((each) => told.push(each));
    await editor.open("prod.wfvars.hcl", files["prod.wfvars.hcl"]);
    expect((await editor.told("prod.wfvars.hcl")).map(brief)).toEqual(["1:0-1:0 error expression-expected"]);
    expect(told).toEqual([]);
    const ask = {
      textDocument: { uri: editor.uri("nomad.hcl") },
      options: { tabSize: 2, insertSpaces: true },
    };
    expect(await editor.connection.sendRequest(DocumentFormattingRequest.type, ask)).toEqual([]);
  });

  test("lays a document out by the smallest edits, and a broken one not at all", async () => {
    const text = 'wf {\r\nstack="radiology" # 🩻\r\n}\r\n';
    const editor = await editing({ "main.wf.hcl": text }, "main.wf.hcl");
    const options = { tabSize: 2, insertSpaces: true };
    const ask = { textDocument: { uri: editor.uri("main.wf.hcl") }, options };
    expect(await editor.connection.sendRequest(DocumentFormattingRequest.type, ask)).toEqual([
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } },
        newText: "  stack = ",
      },
    ]);
    await editor.type("main.wf.hcl", `${text}}`);
    expect(await editor.connection.sendRequest(DocumentFormattingRequest.type, ask)).toEqual([]);
  });
});

const asked = {
  "main.wf.hcl": `${wf}variable "home" {
  description = "Where the owls live."
  type        = string
  default     = "eu-west-1"
}
variable "token" {
  sensitive = true
  default   = "hoot-hoot"
}
locals {
  nest  = upper(var.home)
  owls  = { barn = 1, token = var.token }
  later = var.none
}
variable "none" {}
workforce "owls" {
  region = var.home
  name   = lower("OWLS")
  oidc_config {
    client_id     = "wf"
    client_secret = local.nest
    issuer        = "https://idp.example.com"
    discover      = true
  }
}
`,
};

/** Where the cursor stands in the text of a file. */
function position(text: string, before: string): { readonly line: number; readonly character: number } {
  const lines = text.slice(0, text.indexOf(before) + before.length).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

describe("wf lsp tells of", () => {
  const cases: readonly (readonly [what: string, cursor: string, ...text: readonly string[]])[] = [
    ["a block", "workfor", 'workforce "NAME"', "Required: `region`.", "`oidc_config`"],
    ["an attribute", "  reg", "region # string, required", "Allowed: a region's name, such as eu-west-1."],
    [
      "one that forces delete-then-create",
      "\n  nam",
      "**A change forces delete-then-create.**",
      "Default: the block's label.",
    ],
    ["one that takes the teams away", "client_i", "AWS takes a change only while there are no work teams"],
    ["a function", "low", "lower(string)", "- `string`: string"],
    [
      "a variable",
      "region = var.ho",
      "# Where the owls live.",
      'variable "home" # string',
      'var.home = "eu-west-1"',
    ],
    ["a local where it is defined", "  nes", 'local.nest = "EU-WEST-1"'],
    ["a sensitive variable", "= var.tok", "var.token = (sensitive value)"],
    ["what holds a sensitive value", "  owl", "local.owls = { barn = 1, token = (sensitive value) }"],
    ["what becomes a secret", "client_secret = local.ne", "local.nest = (sensitive value)"],
    ["what is not known", "later = var.non", 'variable "none"'],
  ];
  test("what stands at the cursor", async () => {
    const text = asked["main.wf.hcl"];
    const editor = await editing(asked, "main.wf.hcl");
    await editor.told("main.wf.hcl");
    for (const [what, cursor, ...expected] of cases) {
      const answer = await editor.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri: editor.uri("main.wf.hcl") },
        position: position(text, cursor),
      });
      const said = JSON.stringify(answer?.contents).replaceAll('\\"', '"');
      for (const each of expected) expect([what, said]).toEqual([what, expect.stringContaining(each)]);
      expect(said).not.toContain("hoot");
      expect(said).not.toContain("var.none =");
    }
  });
});

describe("wf lsp completes", () => {
  const head = `${wf}locals {\n  home = "eu-west-1"\n}\n`;
  const inOwls = (text: string): string => `${head}workforce "owls" {\n  ${text}\n}\n`;
  const cases: readonly (readonly [what: string, text: string, label: string, result: string])[] = [
    ["an attribute", inOwls("re|"), "region", inOwls("region = ")],
    ["one whose value is there", inOwls('re| = "a"'), "region", inOwls('region = "a"')],
    ["a block", inOwls("|"), "workteam", inOwls('workteam "${1:name}" {\n  $0\n}')],
    ["a region between quotes", inOwls('region = "eu-|"'), "eu-north-1", inOwls('region = "eu-north-1"')],
    ["a local", inOwls('region = "🦉${local.|}"'), "home", inOwls('region = "🦉${local.home}"')],
    ["a function", inOwls("region = lo|"), "lower", inOwls("region = lower($0)")],
    ["a value", inOwls("ip_address_type = |"), '"dualstack"', inOwls('ip_address_type = "dualstack"')],
  ];
  test("what is begun", async () => {
    const editor = await editing({ "main.wf.hcl": wf }, "main.wf.hcl");
    for (const [what, text, label, result] of cases) {
      const [before = "", after = ""] = text.split("|");
      await editor.type("main.wf.hcl", before + after);
      const answer = await editor.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri: editor.uri("main.wf.hcl") },
        position: position(text, before),
      });
      const items = Array.isArray(answer) ? answer : [];
      const edit = items.find((each) => each.label === label)?.textEdit;
      const range = edit !== undefined && "range" in edit ? edit.range : undefined;
      const document = TextDocument.create("", "", 0, before + after);
      const made = range && TextDocument.applyEdits(document, [{ range, newText: edit?.newText ?? "" }]);
      expect([what, made]).toEqual([what, result]);
    }
  });
});

describe("wf lsp tells how a function is called", () => {
  test.each([
    ["lower(|", "lower(«string»)", "string"],
    ['join(",", |)', "join(separator, «lists»...)", "list(string)"],
    ['format("%s", 1, |', "format(format, «args»...)", "any, or null"],
    ['format(|"%s", 1)', "format(«format», args...)", "string"],
    ["nobody(|", undefined, undefined],
  ])("while %s is typed", async (typed, marked, kind) => {
    const text = `${wf}locals {\n  owl = ${typed}\n}\n`;
    const editor = await editing({ "main.wf.hcl": text.replace("|", "") }, "main.wf.hcl");
    const [before = ""] = text.split("|");
    const answer = await editor.connection.sendRequest(SignatureHelpRequest.type, {
      textDocument: { uri: editor.uri("main.wf.hcl") },
      position: position(text, before),
    });
    const signature = answer?.signatures[0];
    const active = signature?.parameters?.[answer?.activeParameter ?? 0];
    const [start = 0, end = 0] = Array.isArray(active?.label) ? active.label : [];
    const { label = "" } = signature ?? {};
    const shown = `${label.slice(0, start)}«${label.slice(start, end)}»${label.slice(end)}`;
    expect(signature && shown).toBe(marked);
    expect(active?.documentation).toBe(kind);
  });
});

/** A place as `file line:character-character`, from 0. */
function briefPlace({ uri, range: { start, end } }: { readonly uri: string; readonly range: Range }): string {
  return `${path.basename(uri)} ${start.line}:${start.character}-${end.character}`;
}

describe("wf lsp knows names", () => {
  const files = {
    "main.wf.hcl": `${wf}variable "site" {}\naccount "prod" {}\nlocals {\n  owl = "🦉\${var.site}"\n}\n`,
    "owls.wf.hcl": `\uFEFFlocals { nest = var["site"] }\n${birds("var.site")}`,
    "wf.wfvars.hcl": 'site = "eu-west-1"\n',
  };
  const places = [
    "main.wf.hcl 3:10-14",
    "main.wf.hcl 6:17-21",
    "owls.wf.hcl 0:21-25",
    "owls.wf.hcl 2:15-19",
    "wf.wfvars.hcl 0:0-4",
  ];
  const ask = (editor: Editor, name: keyof typeof files, before: string) => ({
    textDocument: { uri: editor.uri(name) },
    position: position(files[name], before),
  });

  test("goes to where they are defined, finds and changes them in every file", async () => {
    const editor = await editing(files, "main.wf.hcl");
    const { connection } = editor;
    const at = ask(editor, "main.wf.hcl", "${var.si");
    const definition = await connection.sendRequest(DefinitionRequest.type, at);
    expect(definition).toMatchObject([
      { uri: editor.uri("main.wf.hcl"), range: { start: { line: 3, character: 10 } } },
    ]);
    const found = await connection.sendRequest(ReferencesRequest.type, {
      ...at,
      context: { includeDeclaration: true },
    });
    expect(found?.map(briefPlace)).toEqual(places);
    expect(await connection.sendRequest(PrepareRenameRequest.type, at)).toMatchObject({
      placeholder: "site",
    });
    const edit = await connection.sendRequest(RenameRequest.type, { ...at, newName: "ort" });
    const edits = Object.entries(edit?.changes ?? {}).flatMap(([uri, list]) =>
      list.map((each) => ({ uri, ...each })),
    );
    expect(edits.map(briefPlace)).toEqual(places);
    expect(new Set(edits.map(({ newText }) => newText))).toEqual(new Set(["ort"]));
  });

  const refusals: readonly (readonly [
    what: string,
    file: keyof typeof files,
    before: string,
    newName: string,
    why: string,
  ])[] = [
    ["a workforce's label", "owls.wf.hcl", 'workforce "bi', "owls", "could delete and create what is live"],
    ["a name that is taken", "main.wf.hcl", "  ow", "nest", "There is a local.nest already."],
    ["what is no name", "main.wf.hcl", "  ow", "a b", "A name is made of letters"],
  ];
  test.each(refusals)("does not change %s", async (_, file, before, newName, why) => {
    const editor = await editing(files, "main.wf.hcl");
    await editor.open("owls.wf.hcl", files["owls.wf.hcl"]);
    const asked = editor.connection.sendRequest(RenameRequest.type, {
      ...ask(editor, file, before),
      newName,
    });
    await expect(asked).rejects.toThrow(why);
  });

  test("nor anything while a file cannot be read whole", async () => {
    const editor = await editing({ ...files, "broken.wf.hcl": "locals {\n" }, "main.wf.hcl");
    const asked = editor.connection.sendRequest(RenameRequest.type, {
      ...ask(editor, "main.wf.hcl", "  ow"),
      newName: "a",
    });
    await expect(asked).rejects.toThrow("broken.wf.hcl has syntax errors");
  });

  test("outlines a file, and puts mistyped names right", async () => {
    const text = `${wf}locals {\n  owl = 1\n  nest = locla.owl\n}\n`;
    const editor = await editing({ "main.wf.hcl": text }, "main.wf.hcl");
    await editor.told("main.wf.hcl");
    const textDocument = { uri: editor.uri("main.wf.hcl") };
    const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    expect(symbols).toMatchObject([
      { name: "wf" },
      { name: "locals", children: [{ name: "owl" }, { name: "nest" }] },
    ]);
    const place = position(text, "locl");
    const [action, ...others] =
      (await editor.connection.sendRequest(CodeActionRequest.type, {
        textDocument,
        range: { start: place, end: place },
        context: { diagnostics: [] },
      })) ?? [];
    expect(others).toEqual([]);
    expect(action).toMatchObject({
      title: 'Change to "local"',
      kind: "quickfix",
      edit: {
        changes: {
          [textDocument.uri]: [
            {
              newText: "local",
              range: { start: { line: 5, character: 9 }, end: { line: 5, character: 14 } },
            },
          ],
        },
      },
    });
  });
});

describe("wf lsp goes on after", () => {
  const troubles: readonly (readonly [
    string,
    (editor: Editor & { directory: string }) => Promise<unknown>,
  ])[] = [
    [
      "a request that it does not know",
      async ({ connection }) => connection.sendRequest("wf/dance").catch(() => 0),
    ],
    [
      "a notification that it does not know",
      async ({ connection }) => connection.sendNotification("wf/dance"),
    ],
    [
      "a request without what it needs",
      async ({ connection }) => connection.sendRequest("textDocument/formatting").catch(() => 0),
    ],
    ["a body that is no JSON", async ({ process }) => process.stdin.write("Content-Length: 5\r\n\r\n{nope")],
    [
      "a header without a length",
      async ({ process }) => {
        process.stdin.write("Hello: you\r\n\r\n");
        // What comes in one piece with it is read with what comes next.
        await setTimeout(50);
      },
    ],
    [
      "a change of a document that is not open",
      async ({ connection, uri }) =>
        connection.sendNotification(DidChangeTextDocumentNotification.type, {
          textDocument: { uri: uri("other.wf.hcl"), version: 2 },
          contentChanges: [{ text: "x" }],
        }),
    ],
    ["a deleted directory", async ({ directory }) => rm(directory, { recursive: true })],
    [
      "a document without a file",
      async ({ connection }) =>
        connection.sendNotification("textDocument/didOpen", {
          textDocument: { uri: "untitled:Untitled-1", languageId: "hcl", version: 1, text: "a {" },
        }),
    ],
  ];
  test("each of these", async () => {
    const editor = await editing({ "main.wf.hcl": wf }, "main.wf.hcl");
    await editor.told("main.wf.hcl");
    for (const [what, trouble] of troubles) {
      await trouble(editor);
      const broken = editor.told("main.wf.hcl", (each) => each.length > 0);
      await editor.type("main.wf.hcl", `${wf}locals {\n  a = file("${what}")\n}\n`);
      expect([what, (await broken).map(({ code }) => code)]).toEqual([what, ["invalid-argument"]]);
    }
    expect(await editor.leave()).toBe(0);
  });

  test("a file of 5 MB", async () => {
    const editor = await editing({ "main.wf.hcl": wf }, "main.wf.hcl");
    await editor.told("main.wf.hcl");
    const many = Array.from(
      { length: 60_000 },
      (_, index) => `locals {\n  owl_${index} = "${"hoo ".repeat(15)}"\n}\n`,
    );
    const told = editor.told("main.wf.hcl");
    await editor.type("main.wf.hcl", `${wf}${many.join("")}`);
    expect(await told).toEqual([]);
  });
});

test.each([
  ["its input ends", ["lsp"], 1],
  ["it is started as some editors do", ["lsp", "--stdio", "--clientProcessId=1"], 1],
])("wf lsp ends when %s", async (_, args, code) => {
  expect(await startWf(args).ended).toEqual({ code, stdout: "", stderr: "" });
});
