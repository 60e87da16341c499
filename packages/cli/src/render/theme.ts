import { styleText } from "node:util";

type Style = (text: string) => string;

/** What a text is, rather than which colour it has. */
export interface Theme {
  readonly add: Style;
  readonly change: Style;
  readonly remove: Style;
  readonly replace: Style;
  readonly strong: Style;
  readonly faint: Style;
  readonly good: Style;
  readonly warning: Style;
  readonly error: Style;
  /** What was searched for. */
  readonly match: Style;
}

const plain: Style = (text) => text;
const none: Theme = {
  add: plain,
  change: plain,
  remove: plain,
  replace: plain,
  strong: plain,
  faint: plain,
  good: plain,
  warning: plain,
  error: plain,
  match: plain,
};

type Format = Parameters<typeof styleText>[0];

const style =
  (format: Format): Style =>
  (text) =>
    styleText(format, text, { validateStream: false });

const colored: Theme = {
  add: style("green"),
  change: style("yellow"),
  remove: style("red"),
  replace: style("magenta"),
  strong: style("bold"),
  faint: style("dim"),
  good: style("green"),
  warning: style("yellow"),
  error: style("red"),
  match: style("inverse"),
};

/** Colours, or none. */
export function theme(color: boolean): Theme {
  return color ? colored : none;
}
