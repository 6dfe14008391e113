import { d3Shape } from "./d3.ts";
import type { Part, Point, Role } from "./drawing.ts";

/** One path of a drawing: filled, or drawn `width` wide. */
export interface Stroke {
  role: Role;
  d: string;
  width?: number;
  /** Lengths of strokes and gaps, as `stroke-dasharray` has them. */
  dash?: string;
}

/** How a series looks, so that it is told from the others in greyscale too. */
interface Look {
  role: Role;
  bar: "solid" | "ruled" | "pale" | "open" | "crossed";
  dash?: string;
  dot: "disc" | "square" | "diamond" | "ring" | "triangle" | "frame";
}

const LOOKS: readonly Look[] = [
  { role: "accent", bar: "solid", dot: "disc" },
  { role: "ink", bar: "ruled", dash: "7 3", dot: "square" },
  { role: "quiet", bar: "pale", dot: "diamond" },
  { role: "ink", bar: "open", dash: "2 3", dot: "ring" },
  { role: "ink", bar: "solid", dash: "12 3 2 3", dot: "triangle" },
  { role: "accent", bar: "crossed", dash: "4 4", dot: "frame" },
];

/** From one line of a ruled bar to the next. */
const RULING = 5;

const HAIRLINE = 1;

/** The paths that a part is made of; words have none. */
export function strokesOf(part: Part): Stroke[] {
  switch (part.kind) {
    case "rule":
      return [{ role: part.role, d: pathOf([part.from, part.to]), width: HAIRLINE }];
    case "box":
      return boxStrokes(part, lookOf(part.series));
    case "run": {
      const { role, dash } = lookOf(part.series);
      const width = part.series === 0 ? 2.5 : 2;
      return [{ role, d: pathOf(part.points), width, ...(dash === undefined ? {} : { dash }) }];
    }
    case "dot":
      return dotStrokes(part.at, lookOf(part.series));
    case "words":
      return [];
  }
}

function lookOf(series: number): Look {
  return LOOKS[series % LOOKS.length] ?? { role: "ink", bar: "solid", dot: "disc" };
}

function pathOf(points: readonly Point[]): string {
  const toPath = d3Shape()
    .line<Point>()
    .x(([x]) => tenth(x))
    .y(([, y]) => tenth(y));
  return toPath(points) ?? "";
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function boxStrokes(box: Box, { role, bar }: Look): Stroke[] {
  const d = outline(box);
  if (bar === "solid") return [{ role, d }];
  // A line on the edge would stand half outside of it.
  const frame: Stroke = { role, d: outline(inset(box)), width: HAIRLINE };
  const open: Stroke[] = [{ role: "paper", d }, frame];
  switch (bar) {
    case "pale":
      return [{ role: "rule", d }, frame];
    case "open":
      return open;
    case "ruled":
      return [...open, { role, d: ruling(box, 1), width: HAIRLINE }];
    case "crossed":
      return [...open, { role, d: ruling(box, 1) + ruling(box, -1), width: HAIRLINE }];
  }
}

function inset({ x, y, width, height }: Box): Box {
  const edge = Math.min(HAIRLINE, width, height);
  return { x: x + edge / 2, y: y + edge / 2, width: width - edge, height: height - edge };
}

function outline({ x, y, width, height }: Box): string {
  return `M${short(x)},${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
}

/** Lines through a box that rise by 45 degrees, or fall, and end at its edges. */
function ruling({ x, y, width, height }: Box, direction: 1 | -1): string {
  let d = "";
  const step = RULING * Math.SQRT2;
  for (let far = step / 2; far < width + height; far += step) {
    const [from, to] = [Math.max(0, far - height), Math.min(width, far)];
    if (to - from < 0.5) continue;
    const across = (at: number): number => (direction === 1 ? x + at : x + width - at);
    d += pathOf([
      [across(from), y + far - from],
      [across(to), y + far - to],
    ]);
  }
  return d;
}

const DOT = 3.6;

function dotStrokes([x, y]: Point, { role, dot }: Look): Stroke[] {
  const square = outline({ x: x - DOT, y: y - DOT, width: 2 * DOT, height: 2 * DOT });
  const disc = `M${short(x - DOT)},${short(y)}a${DOT},${DOT},0,1,0,${2 * DOT},0a${DOT},${DOT},0,1,0,${-2 * DOT},0Z`;
  const hollow = (d: string): Stroke[] => [
    { role: "paper", d },
    { role, d, width: 1.6 },
  ];
  const corners = (points: readonly Point[]): string => `${pathOf(points)}Z`;
  switch (dot) {
    case "disc":
      return [{ role, d: disc }];
    case "square":
      return [{ role, d: square }];
    case "ring":
      return hollow(disc);
    case "frame":
      return hollow(square);
    case "diamond":
      return [
        {
          role,
          d: corners([
            [x, y - 5],
            [x + 5, y],
            [x, y + 5],
            [x - 5, y],
          ]),
        },
      ];
    case "triangle":
      return [
        {
          role,
          d: corners([
            [x, y - 4.6],
            [x + 4.6, y + 3.6],
            [x - 4.6, y + 3.6],
          ]),
        },
      ];
  }
}

/** A number to one decimal, as short as SVG takes it. */
export function short(value: number): string {
  return String(tenth(value));
}

function tenth(value: number): number {
  // Adding nought makes -0 a plain 0.
  return Number(value.toFixed(1)) + 0;
}
