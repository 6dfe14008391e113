import { d3Scale } from "./d3.ts";
import type { ChartFormat } from "./chart-format.ts";
import type { ChartTable } from "./chart-table.ts";
import { timesOf } from "./chart-time.ts";
import type { TimeAxis } from "./chart-time.ts";
import type { Drawing, Part, Point, Sheet } from "./drawing.ts";
import { axisMarks, nameMarks, timeMarks } from "./axis-marks.ts";
import { keyLine } from "./key-line.ts";
import { textWidth } from "./text-measure.ts";
import { valueAxis } from "./value-axis.ts";

/** Names at the ends of lines take no more of the width; longer ones stand above the field. */
const NAMES_BESIDE = 0.24;

/** With more rows than this each point is no longer marked. */
const MARKED_POINTS = 14;

/** Lines from row to row, each with its last figure at its end; gaps stay open. */
export function drawLines(table: ChartTable, format: ChartFormat, sheet: Sheet): Drawing {
  const { width, size, field } = sheet;
  const { rows, columns } = table;
  const series = columns.slice(1);
  const named =
    series.length > 1 &&
    series.every((name) => textWidth(name, size) <= width * NAMES_BESIDE) &&
    width >= 480;
  const key = named ? { parts: [], height: 0 } : keyLine(series, "run", sheet);
  const top = key.height + size * 0.8;

  const ends = series.flatMap((name, index) => {
    const at = rows.findLastIndex(({ values }) => typeof values[index] === "number");
    const value = rows[at]?.values[index];
    if (typeof value !== "number") return [];
    const said = format.value(value);
    return [{ series: index, at, value, text: named ? `${name} ${said}` : said }];
  });
  const room = Math.max(0, ...ends.map(({ text }) => textWidth(text, size))) + size;
  const right = width - room;
  const { y, left, parts } = valueAxis(domainOf(table), format, top, sheet, right);
  const axis = timesOf(table);
  const x = placesOf(rows.length, axis, [left + size * 0.6, right - size * 0.2]);

  for (const [index] of series.entries()) {
    for (const points of runsOf(index)) {
      if (points.length > 1) parts.push({ kind: "run", series: index, points });
      const marked = rows.length <= MARKED_POINTS || points.length === 1;
      for (const at of marked ? points : []) parts.push({ kind: "dot", series: index, at });
    }
  }
  const [early, late] = [true, false].map((isEarly) =>
    ends
      .filter(({ at }) => at < rows.length - 1 === isEarly)
      .map((end) => ({ ...end, y: y(end.value) })),
  ) as [End[], End[]];
  const label = ({ at, text }: End, height: number, anchor: "start" | "middle"): Part => ({
    kind: "words",
    role: "ink",
    at: [x(at) + (anchor === "start" ? size * 0.7 : 0), height],
    text,
    size,
    anchor,
    strong: true,
  });
  for (const end of rows.length > MARKED_POINTS ? ends : [])
    parts.push({ kind: "dot", series: end.series, at: [x(end.at), y(end.value)] });
  for (const end of apart(late, size * 1.25, top + field))
    parts.push(label(end, end.y + size * 0.35, "start"));
  // A line that ends within the field has others beside its end, so that its figure stands above.
  for (const end of early) parts.push(label(end, end.y - size * 0.6, "middle"));
  const placed =
    axis === undefined
      ? nameMarks(table, format, x)
      : timeMarks(axis, format, x, (right - left) / size);
  parts.push(...axisMarks(placed, top + field, sheet));
  return {
    width,
    height: top + field + size * 2,
    parts: [...key.parts, ...parts],
  };

  /** The points of a series in runs without a gap. */
  function runsOf(index: number): Point[][] {
    const runs: Point[][] = [[]];
    rows.forEach(({ values }, at) => {
      const value = values[index];
      if (typeof value === "number") runs.at(-1)?.push([x(at), y(value)]);
      else if (runs.at(-1)?.length !== 0) runs.push([]);
    });
    return runs.filter((run) => run.length > 0);
  }
}

/** The last figure of a series, and what is said of it. */
interface End {
  series: number;
  at: number;
  text: string;
  value: number;
  y: number;
}

/** Lines may begin above nought, where all figures lie so close together that nothing could be seen. */
function domainOf({ rows }: ChartTable): [number, number] {
  const figures = rows.flatMap(({ values }) => values.filter((value) => value !== null));
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  if (least > 0) return [least > most / 2 && least < most ? least : 0, most];
  return most < 0 ? [least, 0] : [least, most];
}

/** Where each row stands. */
function placesOf(
  rows: number,
  axis: TimeAxis | undefined,
  range: [number, number],
): (at: number) => number {
  if (rows === 1) return () => (range[0] + range[1]) / 2;
  if (axis === undefined) {
    const points = d3Scale()
      .scalePoint<number>()
      .domain(Array.from({ length: rows }, (_, at) => at));
    points.range(range);
    return (at) => points(at) ?? range[0];
  }
  const scale = d3Scale()
    .scaleLinear()
    .domain([axis.times[0] ?? 0, axis.times.at(-1) ?? 1])
    .range(range);
  return (at) => scale(axis.times[at] ?? 0);
}

/** Labels moved so far from each other that they can be read, and none below the field. */
function apart<Label extends { y: number }>(
  labels: readonly Label[],
  least: number,
  bottom: number,
): Label[] {
  const sorted = labels.toSorted((a, b) => a.y - b.y).map((label) => ({ ...label }));
  for (const [at, label] of sorted.entries()) {
    const above = sorted[at - 1];
    if (above !== undefined) label.y = Math.max(label.y, above.y + least);
  }
  let floor = bottom;
  for (const label of sorted.toReversed()) {
    label.y = Math.min(label.y, floor);
    floor = label.y - least;
  }
  return sorted;
}
