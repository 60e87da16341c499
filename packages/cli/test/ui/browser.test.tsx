import type { PlanView } from "@wf/engine";
import stringWidth from "fast-string-width";
import { renderToString } from "ink";
import { beforeAll, describe, expect, test } from "vitest";
import { theme } from "../../src/render/theme.ts";
import { Browser, gutterOf, listRows } from "../../src/ui/browser.tsx";
import { browserCommands } from "../../src/ui/browser-commands.ts";
import { helpLines } from "../../src/ui/browser-help.ts";
import { browse, type BrowserState, initialBrowser, pasteInto } from "../../src/ui/browser-state.ts";
import { type Outline, outlineOf } from "../../src/ui/outline.ts";
import { lineAt } from "../../src/ui/places.ts";
import { lookOf } from "../../src/ui/theme.ts";
import { planStates, viewOf } from "../plan-states.ts";
import { fakeTerminal } from "../terminal.ts";

const look = lookOf(fakeTerminal().io, theme(false));

/** A region of each kind: replaced, refused, updated with a warning, left as it is, created. */
let view: PlanView;
beforeAll(async () => {
  const { create, "many-regions": many, "refused-with-blocks": refused, replace, update } = planStates;
  const [replaced, refusing, updated, created] = await Promise.all(
    [replace, refused, update, create].map(viewOf),
  );
  const quiet = (await viewOf(many)).targets.filter(({ action }) => action === "none").slice(0, 1);
  view = {
    ...(await viewOf(many)),
    targets: [
      ...target(replaced, "us-east-1"),
      ...target(refusing, "us-west-2"),
      ...target(updated, "eu-west-1").map((each) => ({
        ...each,
        notes: [{ severity: "warning" as const, message: "Who made the workforce is not known." }],
      })),
      ...quiet,
      ...target(created, "ap-southeast-2"),
    ],
  };
});

function target(of: PlanView | undefined, region: string): PlanView["targets"] {
  return (of?.targets ?? []).map((each) => ({ ...each, region }));
}

interface Reader {
  readonly state: BrowserState;
  readonly outline: Outline;
  /** The text of the line with the cursor. */
  readonly line: string;
}

/** Someone who has pressed these keys; names of keys in `<>`. */
function reader(keys: string, { choosing = true, rows = 10 } = {}): Reader {
  const outline = outlineOf(view, look, 80 - gutterOf(choosing));
  const names = keys.match(/<[^>]+>|./g) ?? [];
  const state = names.reduce(
    (before, name) => browse(before, name.replace(/^<(.+)>$/, "$1"), { outline, rows, choosing }),
    initialBrowser(outline),
  );
  return { state, outline, line: lineAt(outline, state.cursor).text.trim() };
}

describe("in a plan of four regions, after", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["", "-/+ us-east-1"],
    ["j", "us-west-2"],
    ["jjjjjjj", "ap-southeast-2"],
    ["kk", "-/+ us-east-1"],
    ["G", "ap-southeast-2"],
    ["Ggj", "us-west-2"],
    ["<enter>j", '-/+ workforce "radiology'],
    ["<enter><enter>j", "us-west-2"],
    ["<right>jj<left>", "-/+ us-east-1"],
    ["EjEj", "us-west-2"],
    ["EG", ""],
    ["<pagedown>", "ap-southeast-2"],
    ["<right><pagedown><pageup>", "-/+ us-east-1"],
    ["c", '-/+ workforce "radiology'],
    ["cc", '-/+ workteam "readers"'],
    ["cccc", '~ workforce "radiology"'],
    ["C", '+ workteam "readers"'],
    ["w", "Refused:"],
    ["ww", "Warning: Who made"],
    ["www", "Refused:"],
    ["W", "Warning: Who made"],
    ["/NIGHT-SHIFT<enter>", "night-shift"],
    ["/us-west-2<enter>", "us-west-2"],
    ["/x<erase><erase>j", "us-west-2"],
    ["/🐆<erase><erase>j", "us-west-2"],
    ["/sub_domain<enter>n", "sub_domain"],
    ["/nothing<escape>j", "us-west-2"],
    ["?", "-/+ us-east-1"],
    ["?jj", "us-west-2"],
  ];
  test.each(cases)("%j the cursor is at %j", (keys, line) => {
    expect(reader(keys).line).toContain(line);
  });

  test.each<readonly [string, number, string]>([
    ["x", 1, ""],
    ["xx", 0, ""],
    ["<space>", 1, ""],
    ["jx", 0, "Nothing would be done here"],
    ["xjjx", 2, ""],
    ["xjjxjx", 2, "One region must stay"],
    ["o", 2, ""],
    ["oA", 0, ""],
  ])("%j %i regions are left out", (keys, count, message) => {
    const { state } = reader(keys);
    expect(state.leftOut.size).toBe(count);
    expect(state.message).toContain(message);
  });

  test.each<readonly [string, BrowserState["outcome"]]>([
    ["q", "closed"],
    ["<escape>", "closed"],
    ["<tab>", "closed"],
    ["/q", "open"],
    ["?q", "open"],
    ["/<escape>", "open"],
    ["<ctrl-c>", "cancelled"],
    ["/<ctrl-c>", "cancelled"],
    ["qx", "closed"],
  ])("%j it is %s", (keys, outcome) => {
    expect(reader(keys).state.outcome).toBe(outcome);
  });
});

test("what is not there is said, and the cursor stays", () => {
  const { line, state } = reader("j/unicorns<enter>");
  expect(state.message).toBe('"unicorns" is nowhere in the plan.');
  expect(line).toContain("us-west-2");
});

test("where nothing is to be decided, nothing can be left out, and Space opens", () => {
  const { state } = reader("x<space>", { choosing: false });
  expect(state.leftOut.size).toBe(0);
  expect(state.opened.has(0)).toBe(true);
});

test("a paste goes into a search, without what cannot be seen, and nowhere else", () => {
  expect(pasteInto(reader("/").state, "night\n\u200B").query).toBe("night");
  const before = reader("").state;
  expect(pasteInto(before, "xqx")).toBe(before);
});

test("the cursor is always on the screen", () => {
  for (const rows of [3, 7, 30]) {
    for (const keys of ["EG", "Ecccc", "E<pagedown><pagedown>kkkk", "EGEkk", "Ewwww<left>"]) {
      const { outline, state } = reader(keys, { rows });
      const text = shown(state, outline, 80, rows + 6);
      expect(text.split("\n").filter((line) => line.startsWith("❯"))).toHaveLength(1);
    }
  }
});

test("what Ctrl-C does is told by where the browser was opened from", () => {
  expect(helpLines(false, "leaves", look).at(-1)).toMatch(/^ *Ctrl-C +leave$/);
  // A plan of one region has nothing to choose from, and is asked about all the same.
  expect(helpLines(false, "back to the question", look).at(-1)).toMatch(
    /^ *Ctrl-C +cancel, and leave everything as it is$/,
  );
});

test("the list of keys is ASCII where the terminal takes no more", () => {
  const { io } = fakeTerminal();
  const bare = lookOf({ ...io, environment: { ...io.environment, LANG: "C" } }, theme(false));
  expect(helpLines(true, "leaves", bare).join("\n")).toMatch(/^[\n -~]+$/);
});

test("every command is in the list of keys", () => {
  const lines = helpLines(true, "back to the question", look).join("\n");
  const missing = Object.values(browserCommands).filter(
    ({ keys: [key] }) => /^.$/.test(key) && !lines.includes(key),
  );
  expect(missing).toEqual([]);
});

function shown(state: BrowserState, outline: Outline, columns: number, rows = 30): string {
  const props = { state, outline, look, choosing: true, back: "back to the question" } as const;
  const size = { columns, rows };
  expect(listRows(size)).toBe(rows - 6);
  return renderToString(<Browser {...props} summary={`wildlife: ${view.summary}`} size={size} />, {
    columns,
  });
}

describe("the view", () => {
  test.each([60, 80, 160])("at %i columns", async (columns) => {
    const outline = outlineOf(view, look, columns - gutterOf(true));
    const text = shown(reader("jjjxkkkc").state, outline, columns);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(columns);
    await expect(`${text}\n`).toMatchFileSnapshot(`expected/browser-${columns}.txt`);
  });
});

test("a line of wide characters goes on in the next row, and columns stay columns", () => {
  const [first, ...rest] = view.targets;
  const [resource] = first?.resources ?? [];
  if (first === undefined || resource === undefined) throw new Error("The plan has no resource.");
  const description = "最初の読影".repeat(12);
  const attribute = { name: "description", change: "add", after: JSON.stringify(description) } as const;
  const wide = {
    ...first,
    address: 'workforce.radiology["放射線科"]',
    resources: [{ ...resource, attributes: [attribute], unchanged: 0 }],
  };
  const outline = outlineOf({ ...view, targets: [wide, ...rest] }, look, 90);
  const rows = outline.body(0).map(({ text }) => text);
  expect(rows.filter((row) => stringWidth(row) > 90)).toEqual([]);
  expect(rows.join("").replaceAll(/\s/g, "")).toContain(description);
  const heads = outline.entries.slice(0, -1).map((_, entry) => outline.head(entry).text);
  const verdicts = view.targets.flatMap(({ action, verdict }) => (action === "none" ? [] : [verdict]));
  const columns = heads.map((head, index) => stringWidth(head.slice(0, head.indexOf(verdicts[index] ?? ""))));
  expect(new Set(columns).size).toBe(1);
});
