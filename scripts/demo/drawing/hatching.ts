import type { Mark } from "./mark.ts";
import type { Role } from "./palette.ts";
import type { Point, Shape } from "./shape.ts";
import { short } from "./short-number.ts";

/** How an area is ruled. */
export interface Ruling {
  /** from one line to the next, units */
  readonly step: number;
  /** how thick a line is, units */
  readonly width: number;
  /** where the lines run to: degrees, clockwise from the right; 45 unless told */
  readonly angle?: number;
  /** what is left out */
  readonly except?: readonly Shape[];
}

/** The three densities of the house: a light, a middle and a dark tone. */
export const TONES = {
  light: { step: 22, width: 3 },
  middle: { step: 15, width: 4.5 },
  dark: { step: 13, width: 7.5 },
} as const satisfies Record<string, Ruling>;

/** Shades a figure with parallel lines, which end where the figure ends. */
export function ruled(role: Role, ruling: Ruling, shape: Shape): Mark {
  const { angle = 45, step, width, except = [] } = ruling;
  const turned = turnedBack(shape, angle);
  const left = except.map((one) => turnedBack(one, angle));
  const segments: [Point, Point][] = [];
  for (const y of rows(turned, step)) {
    const spans = left.reduce((kept, one) => without(kept, spansAt(one, y)), spansAt(turned, y));
    for (const [from, to] of spans) {
      // A line shorter than it is thick is a speck.
      if (to - from < width) continue;
      segments.push([turn([from, y], angle), turn([to, y], angle)]);
    }
  }
  const path = segments
    .map(([[x, y], [right, down]]) => `M${short(x)} ${short(y)}${shortLine(right - x, down - y)}`)
    .join("");
  return { kind: "lines", role, path, width, round: false };
}

/** Shades a figure with dots, set in quincunx: `step` from one to the next in a row, `width` across. */
export function dotted(role: Role, ruling: Ruling, shape: Shape): Mark {
  const { step, width, except = [] } = ruling;
  let path = "";
  let odd = false;
  for (const y of rows(shape, (step * Math.sqrt(3)) / 2)) {
    const spans = except.reduce((kept, one) => without(kept, spansAt(one, y)), spansAt(shape, y));
    const shift = odd ? step / 2 : 0;
    for (const [from, to] of spans) {
      const first = Math.ceil((from + width / 2 - shift) / step) * step + shift;
      for (let x = first; x <= to - width / 2; x += step) path += `M${short(x)} ${short(y)}h0`;
    }
    odd = !odd;
  }
  return { kind: "lines", role, path, width, round: true };
}

function shortLine(right: number, down: number): string {
  if (Math.abs(down) < 0.05) return `h${short(right)}`;
  return Math.abs(right) < 0.05 ? `v${short(down)}` : `l${short(right)} ${short(down)}`;
}

/** Heights at which a figure is ruled: multiples of the step, so that neighbouring figures agree. */
function rows(shape: Shape, step: number): number[] {
  const heights = shape.rings.flat().map(([, y]) => y);
  const top = Math.min(...heights);
  const bottom = Math.max(...heights);
  const found: number[] = [];
  for (let row = Math.ceil(top / step); row * step <= bottom; row += 1) found.push(row * step);
  return found;
}

/** A piece of a level line. */
export type Span = readonly [from: number, to: number];

/** Where a level line is inside a figure, by the even-odd rule, from left to right. */
export function spansAt(shape: Shape, y: number): Span[] {
  const crossings: number[] = [];
  for (const ring of shape.rings) {
    ring.forEach(([x, height], index) => {
      const [nextX, nextHeight] = ring[(index + 1) % ring.length] ?? [x, height];
      if (height > y === nextHeight > y) return;
      crossings.push(x + ((y - height) / (nextHeight - height)) * (nextX - x));
    });
  }
  crossings.sort((one, other) => one - other);
  const spans: Span[] = [];
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    spans.push([crossings[index] ?? 0, crossings[index + 1] ?? 0]);
  }
  return spans;
}

/** What is left of some pieces of a line when others are cut out. */
export function without(spans: readonly Span[], cut: readonly Span[]): Span[] {
  return cut.reduce<Span[]>(
    (kept, [start, end]) =>
      kept.flatMap(([from, to]) =>
        end <= from || start >= to
          ? [[from, to] as const]
          : [[from, start] as const, [end, to] as const].filter(([left, right]) => right > left),
      ),
    [...spans],
  );
}

function turnedBack(shape: Shape, angle: number): Shape {
  return { path: "", rings: shape.rings.map((ring) => ring.map((point) => turn(point, -angle))) };
}

function turn([x, y]: Point, angle: number): Point {
  const radians = (angle / 180) * Math.PI;
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)];
  return [x * cosine - y * sine, x * sine + y * cosine];
}
