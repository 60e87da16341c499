/** A line of a plot: its name, and its points from left to right. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

const width = 640;
const height = 320;
const left = 56;
const right = 190;
const top = 40;
const bottom = 48;
const colors = ["#2f81f7", "#3fb950", "#8b949e"];

/** A plot of lines with linear axes from zero, as SVG that can be read on light and on dark. */
export function plot(title: string, xName: string, yName: string, all: readonly Series[]): string {
  const points = all.flatMap((series) => series.points);
  const xMost = Math.max(...points.map(([x]) => x));
  const yMost = Math.max(...points.map(([, y]) => y)) * 1.05;
  const x = (value: number): string => (left + (value / xMost) * (width - left - right)).toFixed(1);
  const y = (value: number): string =>
    (height - bottom - (value / yMost) * (height - top - bottom)).toFixed(1);
  const yTicks = ticks(yMost).map(
    (tick) =>
      `<line x1="${left}" x2="${width - right}" y1="${y(tick)}" y2="${y(tick)}" stroke="#8b949e" stroke-opacity="0.25"/>` +
      `<text x="${left - 8}" y="${y(tick)}" dy="0.35em" text-anchor="end">${tick}</text>`,
  );
  const xTicks = ticks(xMost).map(
    (tick) => `<text x="${x(tick)}" y="${height - bottom + 20}" text-anchor="middle">${tick}</text>`,
  );
  const lines = all.map(({ name, points: own }, index) => {
    const color = colors[index % colors.length] ?? "#8b949e";
    const [lastX, lastY] = own.at(-1) ?? [0, 0];
    const dots = own.map(([px, py]) => `<circle cx="${x(px)}" cy="${y(py)}" r="3" fill="${color}"/>`);
    return (
      `<polyline points="${own.map(([px, py]) => `${x(px)},${y(py)}`).join(" ")}" fill="none" stroke="${color}" stroke-width="2"/>` +
      `${dots.join("")}<text x="${Number(x(lastX)) + 8}" y="${y(lastY)}" dy="0.35em" fill="${color}">${name}</text>`
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#8b949e">
<text x="${left}" y="22" font-size="14">${title}</text>
${[...yTicks, ...xTicks, ...lines].join("\n")}
<text x="${(left + width - right) / 2}" y="${height - 10}" text-anchor="middle">${xName}</text>
<text x="14" y="${(top + height - bottom) / 2}" text-anchor="middle" transform="rotate(-90 14 ${(top + height - bottom) / 2})">${yName}</text>
</svg>
`;
}

/** Four to nine round numbers from zero. */
function ticks(most: number): readonly number[] {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) =>
    Number((index * step).toPrecision(6)),
  );
}
