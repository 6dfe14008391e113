import { d3Scale } from "./d3.ts";
import type { ChartFormat } from "./chart-format.ts";
import type { ChartTable } from "./chart-table.ts";
import { timesOf } from "./chart-time.ts";
import { axisMarks, timeMarks } from "./axis-marks.ts";
import type { PlaceOf } from "./axis-marks.ts";
import { drawBars } from "./draw-bars.ts";
import type { Drawing, Part, Sheet } from "./drawing.ts";
import { keyLine } from "./key-line.ts";
import { textWidth, wrapped } from "./text-measure.ts";
import { valueAxis } from "./value-axis.ts";

/** Lines that the name below a column may have. */
const NAME_LINES = 2;

/**
 * Columns that stand, one group beside the other. Where the names below them have no room, the same figures are drawn
 * as bars that lie; times need no room for each, since those between can be told.
 */
export function drawColumns(table: ChartTable, format: ChartFormat, sheet: Sheet): Drawing {
  const { width, size, field } = sheet;
  const { rows, columns } = table;
  const axis = timesOf(table);
  const step = width / (rows.length + 0.5);
  const names = rows.map(({ name }) => wrapped(name, size, step * 0.94, NAME_LINES));
  if (axis === undefined && !names.every(({ whole }) => whole))
    return drawBars(table, format, sheet);

  const series = columns.slice(1);
  const key = keyLine(series, "box", sheet);
  const top = key.height + size * (series.length === 1 ? 1.4 : 0.9);
  const figures = rows.flatMap(({ values }) => values.filter((value) => value !== null));
  const range = [Math.min(0, ...figures), Math.max(0, ...figures)] as const;
  const direct =
    series.length === 1 &&
    figures.every((figure) => textWidth(format.value(figure), size) <= step * 0.98);
  const { y, left, parts } = direct
    ? bareAxis(range, top, sheet)
    : valueAxis(range, format, top, sheet, width);
  const x = d3Scale()
    .scaleBand<number>()
    .domain(rows.keys())
    .range([left, width])
    .paddingInner(rows.length > 30 ? 0.2 : 0.32)
    .paddingOuter(0.14);
  const each = x.bandwidth() / series.length;
  const words: Part[] = [];
  for (const [at, { values }] of rows.entries()) {
    const start = x(at) ?? left;
    values.forEach((value, index) => {
      if (value === null) return;
      const [high, low] = [y(Math.max(0, value)), y(Math.min(0, value))];
      const gap = series.length > 1 && each > 6 ? 1.5 : 0;
      if (low > high)
        parts.push({
          kind: "box",
          series: index,
          x: start + index * each,
          y: high,
          width: each - gap,
          height: low - high,
        });
      if (!direct) return;
      words.push({
        kind: "words",
        role: "ink",
        at: [start + x.bandwidth() / 2, value < 0 ? low + size * 1.1 : high - size * 0.4],
        text: format.value(value),
        size,
        anchor: "middle",
        strong: true,
      });
    });
  }
  parts.push({ kind: "rule", role: "ink", from: [left, y(0)], to: [width, y(0)] }, ...words);
  const below = top + field + (direct && range[0] < 0 ? size * 1.1 : 0);
  const centre = (at: number): number => (x(at) ?? left) + x.bandwidth() / 2;
  if (axis === undefined) parts.push(...namesBelow(names, centre, below, sheet));
  else {
    const marks = timeMarks(axis, format, centre, width / size, { atRows: true });
    parts.push(...axisMarks(marks, below, sheet, { strokes: rows.length > marks.length }));
  }
  const rowsOfNames = axis === undefined ? Math.max(...names.map(({ lines }) => lines.length)) : 1;
  return {
    width,
    // As high as with two rows of figures at the columns' ends, so that no language makes it another height.
    height:
      top + field + size * (range[0] < 0 ? 2.6 : 1.5) + size * 1.2 * (rowsOfNames - 1) + size * 0.5,
    parts: [...key.parts, ...parts],
  };
}

/** The names of columns, each in its lines. */
function namesBelow(
  names: readonly { lines: readonly string[] }[],
  centre: PlaceOf,
  below: number,
  { size }: Sheet,
): Part[] {
  return names.flatMap(({ lines }, at) =>
    lines.map((text, line): Part => ({
      kind: "words",
      role: "ink",
      at: [centre(at), below + size * (1.5 + line * 1.2)],
      text,
      size,
      anchor: "middle",
    })),
  );
}

/** A column is told by its own figure, so the field needs no lines. */
function bareAxis(
  [least, most]: readonly [number, number],
  top: number,
  { field }: Sheet,
): ReturnType<typeof valueAxis> {
  const domain = least === most ? [0, 1] : [least, most];
  return {
    y: d3Scale()
      .scaleLinear()
      .domain(domain)
      .range([top + field, top]),
    left: 0,
    parts: [],
  };
}
