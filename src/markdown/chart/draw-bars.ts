import { d3Scale } from "./d3.ts";
import type { ChartFormat } from "./chart-format.ts";
import type { ChartTable } from "./chart-table.ts";
import { timesOf } from "./chart-time.ts";
import type { Drawing, Part, Sheet } from "./drawing.ts";
import { keyLine } from "./key-line.ts";
import { textWidth, wrapped } from "./text-measure.ts";

/** Names take no more of the width beside their bars; longer ones stand above. */
const NAMES_BESIDE = 0.42;

/** As wide as the name of a time is taken to be, whatever the language: heights must not depend on it. */
const TIME_NAME = { year: "2024", month: "September 2024", day: "30 September 2024" };

/** Bars that lie, one row below the other, each with its figure at its end. */
export function drawBars(table: ChartTable, format: ChartFormat, sheet: Sheet): Drawing {
  const { width, size } = sheet;
  const { rows, columns } = table;
  const time = timesOf(table)?.unit;
  const names = rows.map(({ name }) => format.name(name));
  const measured = rows.map(({ name }) =>
    textWidth(time === undefined ? name : TIME_NAME[time], size),
  );
  const beside = Math.max(...measured) <= width * NAMES_BESIDE;
  const series = columns.slice(1);
  const key = keyLine(series, "box", sheet);
  const figures = rows.flatMap(({ values }) => values.filter((value) => value !== null));
  const room =
    Math.max(0, ...figures.map((figure) => textWidth(format.value(figure), size))) + size * 0.5;
  const [least, most] = [Math.min(0, ...figures), Math.max(0, ...figures)];
  const left = beside ? Math.max(...names.map((name) => textWidth(name, size))) + size * 0.8 : 0;
  const x = d3Scale()
    .scaleLinear()
    .domain(least === most ? [0, 1] : [least, most])
    .range([left + (least < 0 ? room : 0), width - room]);
  const thick = series.length === 1 ? size * 1.45 : size * 1.15;
  const parts: Part[] = [...key.parts];
  let y = key.height;
  for (const [at, row] of rows.entries()) {
    const said = beside
      ? [names[at] ?? ""]
      : wrapped(names[at] ?? "", size, width, time === undefined ? 2 : 1).lines;
    const group = row.values.length * (thick + 2) - 2;
    const first = beside ? y + group / 2 + size * 0.35 : y + size;
    said.forEach((text, line) =>
      parts.push({
        kind: "words",
        role: "ink",
        at: [beside ? left - size * 0.8 : 0, first + line * size * 1.25],
        text,
        size,
        anchor: beside ? "end" : "start",
      }),
    );
    if (!beside) y += said.length * size * 1.25 + size * 0.4;
    // A line through all rows would run through names that stand above.
    const zero = x(0);
    const upTo = y + group + (beside && at < rows.length - 1 ? size * 0.6 + 2 : 2);
    parts.push({ kind: "rule", role: "ink", from: [zero, y - 2], to: [zero, upTo] });
    row.values.forEach((value, index) => {
      const end = x(value ?? 0);
      const negative = value !== null && value < 0;
      if (value !== null && value !== 0) {
        const [from, to] = [Math.min(end, x(0)), Math.max(end, x(0))];
        parts.push({ kind: "box", series: index, x: from, y, width: to - from, height: thick });
      }
      parts.push({
        kind: "words",
        role: value === null ? "quiet" : "ink",
        at: [end + (negative ? -1 : 1) * size * 0.4, y + thick / 2 + size * 0.35],
        text: value === null ? "–" : format.value(value),
        size,
        anchor: negative ? "end" : "start",
        ...(value === null ? {} : { strong: true }),
      });
      y += thick + 2;
    });
    y += size * (beside ? 0.6 : 0.7);
  }
  return { width, height: y, parts };
}
