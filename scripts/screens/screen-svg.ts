/** The colours of a terminal: of text and ground, and of the eight that programs name by number. */
export interface TerminalColors {
  readonly ground: string;
  readonly text: string;
  readonly palette: readonly string[];
}

/** A light and a dark terminal. */
export const themes = {
  light: {
    ground: "#ffffff",
    text: "#1f2328",
    palette: ["#1f2328", "#cf222e", "#116329", "#7d4e00", "#0969da", "#8250df", "#1b7c83", "#6e7781"],
  },
  dark: {
    ground: "#0d1117",
    text: "#e6edf3",
    palette: ["#484f58", "#ff7b72", "#3fb950", "#d29922", "#58a6ff", "#bc8cff", "#39c5cf", "#b1bac4"],
  },
} as const satisfies Readonly<Record<string, TerminalColors>>;

interface Style {
  readonly color: number | undefined;
  readonly bold: boolean;
  readonly faint: boolean;
  readonly inverse: boolean;
}

const plain: Style = { color: undefined, bold: false, faint: false, inverse: false };
const cell = { width: 8.4, height: 18, margin: 14 } as const;

/** A screen as tmux prints it with `capture-pane -e`, as a picture. */
export function screenSvg(screen: string, columns: number, colors: TerminalColors): string {
  const lines = screen.trimEnd().split("\n");
  const width = Math.ceil(columns * cell.width + 2 * cell.margin);
  const height = lines.length * cell.height + 2 * cell.margin;
  let style = plain;
  const rows = lines.map((line, row) => {
    const y = cell.margin + row * cell.height + 13;
    let column = 0;
    const runs: string[] = [];
    // oxlint-disable-next-line no-control-regex -- colours start with ESC
    for (const [, codes, text] of line.matchAll(/\u001B\[([\d;]*)m|([^\u001B]+)/g)) {
      if (codes !== undefined) style = styled(style, codes);
      else if (text !== undefined) {
        // Blanks in a row are one in a picture, so what is between them has a place of its own.
        for (const part of text.split(/( {2,})/)) {
          if (part.trim() !== "") runs.push(run(part, column, y, style, colors));
          column += Array.from(part).length;
        }
      }
    }
    return runs.join("");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="100%" height="100%" rx="8" fill="${colors.ground}" stroke="${colors.palette[7]}" stroke-opacity="0.4"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
${rows.filter((row) => row !== "").join("\n")}
</g>
</svg>
`;
}

function run(text: string, column: number, y: number, style: Style, colors: TerminalColors): string {
  const lead = text.length - text.trimStart().length;
  const shown = text.trim();
  const x = (cell.margin + (column + lead) * cell.width).toFixed(1);
  const width = (Array.from(shown).length * cell.width).toFixed(1);
  const color = style.color === undefined ? colors.text : (colors.palette[style.color] ?? colors.text);
  const ground = style.inverse
    ? `<rect x="${x}" y="${y - 13}" width="${width}" height="${cell.height}" fill="${color}"/>`
    : "";
  const attributes = [
    `x="${x}" y="${y}" textLength="${width}" lengthAdjust="spacingAndGlyphs"`,
    `fill="${style.inverse ? colors.ground : color}"`,
    ...(style.bold ? ['font-weight="bold"'] : []),
    ...(style.faint ? ['opacity="0.6"'] : []),
  ];
  return `${ground}<text ${attributes.join(" ")}>${escaped(shown)}</text>`;
}

function styled(before: Style, codes: string): Style {
  return codes.split(";").reduce<Style>((style, code) => {
    const number = Number(code);
    if (number === 0) return plain;
    if (number === 1) return { ...style, bold: true };
    if (number === 2) return { ...style, faint: true };
    if (number === 7) return { ...style, inverse: true };
    if (number === 22) return { ...style, bold: false, faint: false };
    if (number === 27) return { ...style, inverse: false };
    if (number === 39) return { ...style, color: undefined };
    return number >= 30 && number <= 37 ? { ...style, color: number - 30 } : style;
  }, before);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
