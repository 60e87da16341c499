import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { compileEarly } from "../compile-early.ts";

const exec = promisify(execFile);

const main = `import { greet } from "./chunk.js";
console.log(await greet(process.argv[2] ?? "", process.env.PLACE));
`;

// The kinds of functions there are, each twice: one that is called, and one that is not.
const chunk = `import{basename as b}from"node:path";const shout=t=>t.toUpperCase(),never=t=>t;class Room{static of=n=>new Room(n);constructor(n){this.name=n}get label(){return this.name}full(){return this.label}}var o={say(t){return t},whisper:function(t){return o.say(t)},quiet:function(t){return t},get none(){return 0}};export async function unused(){}function pick(t){function inner(){return t}return inner()}function dropped(){return never}async function greet(n,p){return n===""?dropped().name:[Room.of(pick(n)).full(),...[b(p??"")].map(t=>o.whisper(shout(t)))].join("@")}export{greet};
`;

let directory = "";

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "wf-early-"));
  await writeFile(path.join(directory, "package.json"), '{"type":"module"}');
  await mkdir(path.join(directory, "dist"));
  await writeFile(path.join(directory, "dist", "main.js"), main);
  await writeFile(path.join(directory, "dist", "chunk.js"), chunk);
});

afterEach(() => rm(directory, { recursive: true }));

it("puts brackets around what the runs call, and changes nothing else", async () => {
  const dist = path.join(directory, "dist");
  const entry = path.join(dist, "main.js");
  await compileEarly(dist, entry, [{ args: ["ct"], environment: { PLACE: "/ward/b" } }]);

  expect(await readFile(entry, "utf8")).toBe(main);
  expect(await readFile(path.join(dist, "chunk.js"), "utf8")).toBe(
    `import{basename as b}from"node:path";` +
      `;var pick=(function pick(t){function inner(){return t}return inner()});` +
      `;var greet=(async function greet(n,p){return n===""?dropped().name:[Room.of(pick(n)).full(),...[b(p??"")].map((t=>o.whisper(shout(t))))].join("@")});` +
      `const shout=(t=>t.toUpperCase()),never=t=>t;` +
      `class Room{static of=(n=>new Room(n));constructor(n){this.name=n}get label(){return this.name}full(){return this.label}}` +
      `var o={say(t){return t},whisper:(function(t){return o.say(t)}),quiet:function(t){return t},get none(){return 0}};` +
      `export async function unused(){}function dropped(){return never}export{greet};\n`,
  );
  const printed = await Promise.all(["mri", ""].map((name) => exec(process.execPath, [entry, name])));
  expect(printed.map(({ stdout }) => stdout)).toEqual(["mri@\n", "never\n"]);
});

it("fails where a run fails", async () => {
  const dist = path.join(directory, "dist");
  await writeFile(path.join(dist, "main.js"), "process.exitCode = 1;\n");
  await expect(
    compileEarly(dist, path.join(dist, "main.js"), [{ args: [], environment: {} }]),
  ).rejects.toThrow("Command failed");
});
