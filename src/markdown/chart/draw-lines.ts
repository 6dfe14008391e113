import { scaleLinear, scalePoint, scaleUtc } from "d3-scale";
import type { ChartFormat } from "./chart-format.ts";
import type { ChartTable } from "./chart-table.ts";
import { timesOf } from "./chart-time.ts";
import type { TimeAxis } from "./chart-time.ts";
import type { Drawing, Part, Point, Sheet } from "./drawing.ts";
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
  const { y, left, parts } = valueAxis(domainOf(table), format, top, sheet);

  const ends = series.flatMap((name, index) => {
    const at = rows.findLastIndex(({ values }) => typeof values[index] === "number");
    const value = rows[at]?.values[index];
    if (typeof value !== "number") return [];
    const said = format.value(value);
    return [{ series: index, at, value, text: named ? `${name} ${said}` : said }];
  });
  const room = Math.max(0, ...ends.map(({ text }) => textWidth(text, size))) + size;
  const right = width - room;
  const axis = timesOf(table);
  const x = placesOf(rows.length, axis, [left + size * 0.6, right - size * 0.2]);

  for (const [index] of series.entries()) {
    for (const points of runsOf(index)) {
      if (points.length > 1) parts.push({ kind: "run", series: index, points });
      const marked = rows.length <= MARKED_POINTS || points.length === 1;
      for (const at of marked ? points : []) parts.push({ kind: "dot", series: index, at });
    }
  }
  const labels = apart(
    ends.map((end) => ({ ...end, y: y(end.value) })),
    size * 1.25,
    top + field,
  );
  for (const { series: index, at, value, text, y: height } of labels) {
    const end: Point = [x(at), y(value)];
    if (rows.length > MARKED_POINTS) parts.push({ kind: "dot", series: index, at: end });
    parts.push({
      kind: "words",
      role: "ink",
      at: [end[0] + size * 0.7, height + size * 0.35],
      text,
      size,
      anchor: "start",
      strong: true,
    });
  }
  parts.push(...timeMarks());
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

  /** What stands below the field: as many names or times as have room, with a small stroke each. */
  function timeMarks(): Part[] {
    const marks: Part[] = [];
    const bottom = top + field;
    let [before, shown] = [-Infinity, false];
    for (const { place, text } of marksOf(table, axis, format, x, (right - left) / size)) {
      const half = textWidth(text, size) / 2;
      const centre = Math.min(Math.max(place, half), width - half);
      if (shown && centre - half < before + size * 0.8) continue;
      [before, shown] = [centre + half, true];
      marks.push(
        { kind: "rule", role: "quiet", from: [place, bottom], to: [place, bottom + size * 0.35] },
        {
          kind: "words",
          role: "quiet",
          at: [centre, bottom + size * 1.45],
          text,
          size: size * 0.92,
          anchor: "middle",
        },
      );
    }
    return marks;
  }
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
    const points = scalePoint<number>().domain(Array.from({ length: rows }, (_, at) => at));
    points.range(range);
    return (at) => points(at) ?? range[0];
  }
  const scale = scaleLinear()
    .domain([axis.times[0] ?? 0, axis.times.at(-1) ?? 1])
    .range(range);
  return (at) => scale(axis.times[at] ?? 0);
}

interface AxisMark {
  place: number;
  text: string;
}

function marksOf(
  { rows }: ChartTable,
  axis: TimeAxis | undefined,
  format: ChartFormat,
  x: (at: number) => number,
  letters: number,
): AxisMark[] {
  if (axis === undefined || rows.length === 1) {
    return rows.map(({ name }, at) => ({ place: x(at), text: format.name(name) }));
  }
  const { times, unit } = axis;
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const scale = scaleUtc()
    .domain([first, last])
    .range([x(0), x(times.length - 1)]);
  const wanted = Math.max(2, Math.floor(letters / (unit === "year" ? 5 : 7)));
  const round =
    times.length <= wanted
      ? times
      : scale
          .ticks(wanted)
          .map(Number)
          .filter((time) => isWhole(time, unit));
  // In an archive of years the months between say nothing.
  const years = round.every((time) => new Date(time).getUTCMonth() === 0 && dayOf(time) === 1);
  let year: number | undefined;
  return round.map((time) => {
    const now = new Date(time).getUTCFullYear();
    const isFirst = now !== year;
    year = now;
    return {
      place: scale(time),
      text: years && round.length > 1 ? format.year(time) : format.time(time, isFirst),
    };
  });
}

function isWhole(time: number, unit: TimeAxis["unit"]): boolean {
  const date = new Date(time);
  const day = date.getUTCHours() === 0;
  const month = day && date.getUTCDate() === 1;
  return unit === "day" ? day : unit === "month" ? month : month && date.getUTCMonth() === 0;
}

function dayOf(time: number): number {
  return new Date(time).getUTCDate();
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
