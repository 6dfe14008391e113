import type { ScaleLinear } from "d3-scale";
import { d3Scale } from "./d3.ts";
import type { ChartFormat } from "./chart-format.ts";
import type { Part, Sheet } from "./drawing.ts";
import { textWidth } from "./text-measure.ts";

/** The axis of figures beside a field: its scale from top to bottom, and its hairlines. */
export interface ValueAxis {
  y: ScaleLinear<number, number>;
  /** Where the field begins, after the figures at the lines. */
  left: number;
  parts: Part[];
}

const LINES = 4;

/** An axis from `least` to `most`, made round, over a field that begins `top` units down and ends at `right`. */
export function valueAxis(
  [least, most]: readonly [number, number],
  { tick }: Pick<ChartFormat, "tick">,
  top: number,
  { size, field }: Sheet,
  right: number,
): ValueAxis {
  const y = d3Scale()
    .scaleLinear()
    .domain(least === most ? [least, least + 1] : [least, most])
    .nice(LINES)
    .range([top + field, top]);
  const small = size * 0.92;
  const ticks = y.ticks(LINES);
  const said = ticks.map(tick);
  const left = Math.max(...said.map((text) => textWidth(text, small))) + size * 0.5;
  const parts = ticks.flatMap((at, index): Part[] => [
    {
      kind: "rule",
      role: at === 0 ? "ink" : "rule",
      from: [left, y(at)],
      to: [right, y(at)],
    },
    {
      kind: "words",
      role: "quiet",
      at: [left - size * 0.5, y(at) + small * 0.34],
      text: said[index] ?? "",
      size: small,
      anchor: "end",
    },
  ]);
  return { y, left, parts };
}
