import type { AttributeView, PlanView, ResourceView, TargetView } from "@wf/engine";
import { printable } from "./printable.ts";
import { summaryLine } from "./summary-line.ts";
import type { Theme } from "./theme.ts";

/** A plan for a terminal or a log: Terraform's habits, with the steps and the impact beneath each region. */
export function renderPlanText(view: PlanView, theme: Theme): string {
  const shown = view.targets.filter((target) => target.action !== "none" || target.notes.length > 0);
  const quiet = view.targets.length - shown.length;
  const parts = [
    ...shown.map((target) => renderTarget(target, theme)),
    ...(quiet > 0 && shown.length > 0 ? [theme.faint(`${regions(quiet)} without changes.`)] : []),
    theme.strong(summaryLine(view)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function regions(count: number): string {
  return count === 1 ? "1 more region is" : `${count} more regions are`;
}

function renderTarget(target: TargetView, theme: Theme): string {
  const changed = target.resources.filter(
    (resource) => resource.action !== "none" && resource.action !== "leave",
  );
  const sections = [
    heading(target, theme),
    ...(target.action === "refused" ? [] : changed.map((resource) => renderResource(resource, theme))),
    ...target.refusals.map((refusal) =>
      [
        `  ${theme.error("Refused:")} ${printable(refusal.message)}`,
        `  ${printable(refusal.help)}`,
        ...(refusal.blocks === undefined ? [] : ["", indent(refusal.blocks, "    ")]),
      ].join("\n"),
    ),
    ...(target.notes.length === 0
      ? []
      : [
          target.notes
            .map(({ severity, message }) =>
              severity === "warning"
                ? `  ${theme.warning("Warning:")} ${printable(message)}`
                : `  ${theme.faint("Note:")} ${printable(message)}`,
            )
            .join("\n"),
        ]),
    ...renderSteps(target, theme),
    ...renderImpact(target, theme),
  ];
  return sections.join("\n\n");
}

const verdicts: Readonly<Record<TargetView["action"], string>> = {
  none: "no changes",
  create: "create",
  update: "update in place",
  adopt: "adopt",
  replace: "delete, then create",
  delete: "delete",
  busy: "busy: AWS is at work on the workforce, and apply waits for it before it plans",
  refused: "refused",
};

function heading(target: TargetView, theme: Theme): string {
  const where =
    target.account === undefined ? target.region : `${target.region} of account.${target.account}`;
  const what = target.address === undefined ? where : `${target.address} in ${where}`;
  return `${theme.strong(`# ${printable(what)}`)}: ${verdicts[target.action]}`;
}

const symbols: Readonly<Record<ResourceView["action"], string>> = {
  create: "+",
  update: "~",
  adopt: "~",
  replace: "-/+",
  delete: "-",
  none: " ",
  leave: " ",
};

function paint(symbol: string, theme: Theme): string {
  if (symbol === "+") return theme.add(symbol);
  if (symbol === "-") return theme.remove(symbol);
  return symbol === "-/+" ? theme.replace(symbol) : theme.change(symbol);
}

function renderResource(resource: ResourceView, theme: Theme): string {
  const { name, type, verdict, reasons, unchanged } = resource;
  const because = reasons.map((reason) => `, because ${printable(reason)}`).join("");
  const symbol = symbols[resource.action].padStart(3);
  const head = `${paint(symbol.trim(), theme).padStart(symbol.length)} ${type} ${JSON.stringify(printable(name))}`;
  const title = `${" ".repeat(symbol.length - symbol.trim().length)}${head.trimStart()}`;
  const body = renderAttributes(resource, theme);
  const folded = unchanged === 0 ? [] : [theme.faint(`        # ${unchanged} unchanged`)];
  const lines = [...body, ...folded];
  const comment = theme.faint(`# ${verdict}${because}`);
  return lines.length === 0
    ? `  ${title} ${comment}`
    : [`  ${title} { ${comment}`, ...lines, "      }"].join("\n");
}

function renderAttributes({ action, attributes }: ResourceView, theme: Theme): readonly string[] {
  const symbol = paint(action === "create" ? "+" : action === "delete" ? "-" : "~", theme);
  const top = attributes.filter((attribute) => attribute.block === undefined);
  const blocks = [...new Set(attributes.flatMap((attribute) => attribute.block ?? []))];
  return [
    ...aligned(top, "      ", theme),
    ...blocks.flatMap((block) => [
      `        ${symbol} ${block} {`,
      ...aligned(
        attributes.filter((attribute) => attribute.block === block),
        "          ",
        theme,
      ),
      "          }",
    ]),
  ];
}

function aligned(attributes: readonly AttributeView[], margin: string, theme: Theme): readonly string[] {
  const width = Math.max(0, ...attributes.map((attribute) => attribute.name.length));
  return attributes.flatMap((attribute) => renderAttribute(attribute, width, margin, theme));
}

const changeSymbols: Readonly<Record<AttributeView["change"], string>> = {
  add: "+",
  change: "~",
  remove: "-",
};

function renderAttribute(
  attribute: AttributeView,
  width: number,
  margin: string,
  theme: Theme,
): readonly string[] {
  const { name, before, after, items, comment } = attribute;
  const symbol = paint(changeSymbols[attribute.change], theme);
  const lead = `${margin}  ${symbol} ${name.padEnd(width)} = `;
  const why = comment === undefined ? "" : ` ${theme.replace(`# ${comment}`)}`;
  if (items !== undefined && attribute.change === "change") {
    const rows = items.map((item) => {
      const mark = item.change === "keep" ? " " : paint(item.change === "add" ? "+" : "-", theme);
      return `${margin}      ${mark} ${item.change === "keep" ? theme.faint(item.text) : item.text},`;
    });
    return [`${lead}[${why}`, ...rows, `${margin}    ]`];
  }
  const value =
    before === undefined
      ? (after ?? "")
      : after === undefined
        ? before
        : `${before} ${theme.faint("->")} ${after}`;
  return [`${lead}${value}${why}`];
}

function renderSteps(target: TargetView, theme: Theme): readonly string[] {
  if (target.steps.length === 0) return [];
  const digits = String(target.steps.length).length;
  const width = Math.max(...target.steps.map((step) => step.operation.length));
  const lines = target.steps.map((step, index) => {
    const number = String(index + 1).padStart(digits);
    return `    ${theme.faint(`${number}.`)} ${step.operation.padEnd(width)} ${printable(step.subject)}`;
  });
  return [["  Steps", ...lines].join("\n")];
}

function renderImpact(target: TargetView, theme: Theme): readonly string[] {
  if (target.impact.length === 0) return [];
  return [
    ["  Impact", ...target.impact.map((line) => `    ${theme.warning("!")} ${printable(line)}`)].join("\n"),
  ];
}

function indent(text: string, margin: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : margin + line))
    .join("\n");
}
