import type { PlanView } from "@wf/engine";
import { quote } from "@wf/parser";
import * as fc from "fast-check";

/** What someone might write into a tag, a description or a failure reason to make a plan show something else. */
export const nasty = [
  "\u001B[2J\u001B[1;1H",
  "\r\n",
  "\n\n# heading\n\n",
  "```\n</details>",
  "`",
  "``````",
  "]]>",
  "<img src=x onerror=alert(1)>",
  "<!-- wf:plan:0000000000000000:any -->",
  "-->",
  "@octocat",
  "@org/team",
  "#123",
  "GH-123",
  "org/repo#7",
  "a5c3785ed8d6a35868bc169f07e40e889087fd2e",
  "https://evil.example",
  "www.evil.example",
  "someone@evil.example",
  "[text](https://evil.example)",
  "![x](https://evil.example/x.png)",
  "[ref]: https://evil.example",
  "**bold** _em_ ~~gone~~",
  "| cell | cell |",
  "\\| cell \\\\| cell |",
  "&lt;b&gt; &#64;octocat",
  "\u202Egnp.exe",
  "\u200B\u2060\uFEFF\u00AD\u3164",
  "\u2028\u2029\u0085\u009B31m",
  "\uD800",
  "${jndi:ldap://x}",
  "$(reboot)",
  "'; rm -rf /; '",
  "- [ ] task",
  "> [!WARNING]",
  "1. one",
  "::error::owned",
  ":smile:",
  "[^1]: note",
  "\\",
  "\t",
  "x".repeat(64 * 1024),
] as const;

/** Any of it, put together in any way. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...nasty.slice(0, -1)),
      fc.constantFrom("plain", "words", " ", '"'),
      fc.string({ unit: "binary", maxLength: 12 }),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .chain((parts) => fc.constantFrom(parts.join(" "), parts.join("")));

/** A plan that has something of everything, with this text wherever someone else's can be. */
export function viewWith(text: string, regions = 1): PlanView {
  const attribute = { name: "description", block: undefined, effect: undefined, comment: undefined };
  return {
    stack: text,
    outcome: "changes",
    summary: "Plan: 1 to replace.",
    counts: {
      create: 0,
      update: 0,
      adopt: 0,
      replace: 1,
      delete: 0,
      unchanged: 0,
      refused: 1,
      busy: 0,
      warnings: 2,
    },
    sweep: {
      looked: 1,
      others: [{ account: text, region: "eu-west-1", workforce: text, stack: text }],
      unread: [],
      messages: [`Workforce "${text}" in eu-west-1 is left alone: it belongs to stack "${text}".`],
    },
    diagnostics: [
      {
        severity: "warning",
        code: "open-to-everyone",
        summary: text,
        detail: text,
        file: text,
        line: 1,
        column: 2,
      },
    ],
    targets: Array.from({ length: regions }, (_, index) => ({
      address: `workforce.radiology["${text}"]`,
      account: text,
      region: index === 0 ? text : `${text}-${index}`,
      action: "replace",
      verdict: "delete, then create",
      digest: "0123456789abcdef",
      resources: [
        {
          type: "workforce",
          name: text,
          action: "replace",
          verdict: "must be deleted and created",
          reasons: [text],
          attributes: [
            { ...attribute, change: "change", before: text, after: `${text}2` },
            { ...attribute, change: "add", after: text, comment: text, effect: "replace" },
            {
              ...attribute,
              change: "change",
              before: "[]",
              after: "[]",
              items: [
                { change: "add", text },
                { change: "remove", text },
                { change: "keep", text },
              ],
              unchanged: 3,
            },
            {
              ...attribute,
              change: "change",
              before: text,
              after: text,
              words: [
                { change: "keep", text },
                { change: "add", text },
                { change: "remove", text },
              ],
            },
          ],
          unchanged: 2,
        },
      ],
      refusals: [
        { code: "foreign-workteams", message: text, help: text, blocks: `workteam ${quote(text)} {\n}` },
      ],
      notes: [
        { severity: "warning", message: text },
        { severity: "info", message: `Work team "${text}" is not this stack's, and is left alone.` },
      ],
      steps: [{ operation: "AddTags", subject: text }],
      impact: [
        { kind: "workteams-deleted", workteams: [text], message: `Work team "${text}" is deleted.` },
        {
          kind: "tasks-in-flight",
          workteams: [{ name: text, pending: 3, labeling_jobs: [text] }],
          message: `Tasks in flight can be lost: 3 of "${text}" (labeling job "${text}").`,
        },
        {
          kind: "flow-definitions",
          flow_definitions: [{ name: text, workteam: text }],
          message: `Flow definition "${text}" sends human loops to "${text}".`,
        },
        { kind: "flow-definitions-unknown", message: text },
        { kind: "tasks-in-flight-unknown", workteams: [text], message: text },
      ],
    })),
  };
}
