import { d3Scale } from "./d3.ts";
import type { ChartFormat } from "./chart-format.ts";
import type { ChartTable } from "./chart-table.ts";
import type { TimeAxis } from "./chart-time.ts";
import type { Part, Sheet } from "./drawing.ts";
import { textWidth, wrapped } from "./text-measure.ts";

/** A name or a time below a field, and where it stands. */
export interface AxisMark {
  position: number;
  text: string;
}

/** The part of the width that one mark may have: so that there is room for another. */
const WIDEST = 2;

/** Where a row of a table stands on the axis. */
export type PlaceOf = (row: number) => number;

/** A mark for each row, by its name. */
export function nameMarks({ rows }: ChartTable, format: ChartFormat, x: PlaceOf): AxisMark[] {
  return rows.map(({ name }, at) => ({ position: x(at), text: format.name(name) }));
}

/** Marks at round times, about as many as have room in so many letters; each at a row where `atRows` says so. */
export function timeMarks(
  { times, unit }: TimeAxis,
  format: ChartFormat,
  x: PlaceOf,
  letters: number,
  { atRows = false } = {},
): AxisMark[] {
  const scale = d3Scale()
    .scaleUtc()
    .domain([times[0] ?? 0, times.at(-1) ?? 1])
    .range([x(0), x(times.length - 1)]);
  const wanted = Math.max(2, Math.floor(letters / (unit === "year" ? 5 : 7)));
  const round =
    times.length <= wanted ? times : scale.ticks(wanted).map(Number).filter(isWholeIn(unit));
  const shown = atRows ? round.filter((time) => times.includes(time)) : round;
  // Where only first days of years are told, their months say nothing.
  const years = unit !== "year" && shown.length > 1 && shown.every(isWholeIn("year"));
  return shown.map((time, at) => {
    const before = shown[at - 1];
    const isFirst = before === undefined || yearOf(before) !== yearOf(time);
    return {
      position: times.length === 1 ? x(0) : atRows ? x(times.indexOf(time)) : scale(time),
      text: years ? format.year(time) : format.time(time, isFirst),
    };
  });
}

function isWholeIn(unit: TimeAxis["unit"]): (time: number) => boolean {
  return (time) => {
    const [, month, day, rest] = /^\d+-(\d\d)-(\d\d)(.*)$/.exec(new Date(time).toISOString()) ?? [];
    if (rest !== "T00:00:00.000Z") return false;
    return unit === "day" || (day === "01" && (unit === "month" || month === "01"));
  };
}

function yearOf(time: number): number {
  return new Date(time).getUTCFullYear();
}

/** What stands below a field that ends at `bottom`: those marks that have room, with a small stroke each if asked for. */
export function axisMarks(
  marks: readonly AxisMark[],
  bottom: number,
  { width, size }: Sheet,
  { strokes = true } = {},
): Part[] {
  let before = -Infinity;
  return marks.flatMap(({ position, text }): Part[] => {
    const said = wrapped(text, size * 0.92, width / WIDEST, 1).lines.join("");
    const half = textWidth(said, size * 0.92) / 2;
    // Beyond the edge it would be cut off.
    const centre = Math.min(Math.max(position, half), width - half);
    if (centre - half < before + size * 0.7) return [];
    before = centre + half;
    const words: Part = {
      kind: "words",
      role: "quiet",
      at: [centre, bottom + size * 1.45],
      text: said,
      size: size * 0.92,
      anchor: "middle",
    };
    if (!strokes) return [words];
    const stroke: Part = {
      kind: "rule",
      role: "quiet",
      from: [position, bottom],
      to: [position, bottom + size * 0.35],
    };
    return [stroke, words];
  });
}
