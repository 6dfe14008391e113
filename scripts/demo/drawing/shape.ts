import { short } from "./short-number.ts";

/** A place in a picture: units to the right and down. */
export type Point = readonly [x: number, y: number];

/** A closed or open figure: as path data of SVG, and as polygons near enough to it to be ruled. */
export interface Shape {
  readonly path: string;
  readonly rings: readonly (readonly Point[])[];
}

/** Parts into which a quarter of a circle, or a curve, is cut where polygons are needed. */
const PARTS = 12;

/** Draws a figure point by point. Angles are degrees, clockwise from the right, as they look. */
export class Pen {
  #path = "";
  readonly #rings: Point[][] = [];
  #at: Point = [0, 0];

  /** Lifts the pen and sets it down. */
  move(x: number, y: number): this {
    this.#path += `M${pair([x, y])}`;
    this.#rings.push([[x, y]]);
    this.#at = [x, y];
    return this;
  }

  /** Straight lines from point to point. */
  line(...points: readonly Point[]): this {
    for (const point of points) {
      this.#path += `L${pair(point)}`;
      this.#to(point);
    }
    return this;
  }

  /** A straight line as far as given, right and down. */
  by(right: number, down: number): this {
    const [x, y] = this.#at;
    return this.line([x + right, y + down]);
  }

  /** An arc round a centre; a line leads to its beginning, if the pen is elsewhere. Not more than 180 degrees. */
  arc(x: number, y: number, radius: number, from: number, to: number): this {
    const start = onCircle(x, y, radius, from);
    if (this.#rings.length === 0) this.move(...start);
    else if (Math.hypot(start[0] - this.#at[0], start[1] - this.#at[1]) > 0.05) this.line(start);
    const end = onCircle(x, y, radius, to);
    this.#path += `A${short(radius)} ${short(radius)} 0 0 ${to > from ? 1 : 0} ${pair(end)}`;
    const parts = Math.ceil((Math.abs(to - from) / 90) * PARTS);
    for (let part = 1; part <= parts; part += 1) {
      this.#to(onCircle(x, y, radius, from + ((to - from) * part) / parts));
    }
    return this;
  }

  /** A cubic curve. */
  curve(first: Point, second: Point, end: Point): this {
    const start = this.#at;
    this.#path += `C${[first, second, end].map(pair).join(" ")}`;
    for (let part = 1; part <= PARTS; part += 1) {
      const t = part / PARTS;
      const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
      const along = (axis: 0 | 1): number =>
        [start, first, second, end].reduce(
          (sum, point, index) => sum + (weights[index] ?? 0) * point[axis],
          0,
        );
      this.#to([along(0), along(1)]);
    }
    return this;
  }

  /** Back to where the pen was set down. */
  close(): this {
    this.#path += "Z";
    return this;
  }

  /** What has been drawn. */
  shape(): Shape {
    return { path: this.#path, rings: this.#rings.map((ring) => [...ring]) };
  }

  #to(point: Point): void {
    this.#rings.at(-1)?.push(point);
    this.#at = point;
  }
}

/** A rectangle by its upper left corner. */
export function rectangle(x: number, y: number, width: number, height: number): Shape {
  const [right, bottom] = [x + width, y + height];
  return {
    path: `M${pair([x, y])}H${short(right)}V${short(bottom)}H${short(x)}Z`,
    rings: [
      [
        [x, y],
        [right, y],
        [right, bottom],
        [x, bottom],
      ],
    ],
  };
}

/** A closed figure with straight sides. */
export function polygon(...points: readonly Point[]): Shape {
  const [first = [0, 0], ...rest] = points;
  return new Pen()
    .move(...first)
    .line(...rest)
    .close()
    .shape();
}

/** An open line through points. */
export function line(...points: readonly Point[]): Shape {
  const [first = [0, 0], ...rest] = points;
  return new Pen()
    .move(...first)
    .line(...rest)
    .shape();
}

/** A disc by its centre. */
export function disc(x: number, y: number, radius: number): Shape {
  return new Pen().arc(x, y, radius, 180, 360).arc(x, y, radius, 0, 180).close().shape();
}

/** An ellipse by its centre; `turn` in degrees, clockwise. */
export function ellipse(x: number, y: number, wide: number, high: number, turn = 0): Shape {
  const at = (right: number, down: number): Point => {
    const [cosine, sine] = onCircle(0, 0, 1, turn);
    return [x + right * cosine - down * sine, y + right * sine + down * cosine];
  };
  // How far a curve's handles reach to pass for a quarter of a circle.
  const reach = 0.5523;
  const [a, b] = [wide / 2, high / 2];
  return new Pen()
    .move(...at(a, 0))
    .curve(at(a, b * reach), at(a * reach, b), at(0, b))
    .curve(at(-a * reach, b), at(-a, b * reach), at(-a, 0))
    .curve(at(-a, -b * reach), at(-a * reach, -b), at(0, -b))
    .curve(at(a * reach, -b), at(a, -b * reach), at(a, 0))
    .close()
    .shape();
}

/** A rectangle with rounded corners, by its upper left corner. */
export function rounded(
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): Shape {
  const [left, right] = [x + radius, x + width - radius];
  const [top, bottom] = [y + radius, y + height - radius];
  return new Pen()
    .arc(left, top, radius, 180, 270)
    .arc(right, top, radius, 270, 360)
    .arc(right, bottom, radius, 0, 90)
    .arc(left, bottom, radius, 90, 180)
    .close()
    .shape();
}

/** Several figures as one; where two overlap is a hole (even-odd). */
export function together(...shapes: readonly Shape[]): Shape {
  return {
    path: shapes.map(({ path }) => path).join(""),
    rings: shapes.flatMap(({ rings }) => rings),
  };
}

/** A straight band between two points, as wide as given: a beam, a mast, a road. */
export function beam(from: Point, to: Point, width: number, endWidth = width): Shape {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [across, down] = [(from[1] - to[1]) / length / 2, (to[0] - from[0]) / length / 2];
  const off = ([x, y]: Point, by: number): Point => [x + across * by, y + down * by];
  return polygon(off(from, width), off(to, endWidth), off(to, -endWidth), off(from, -width));
}

/** Degrees, clockwise from the right, of the way between two points. */
export function slope(from: Point, to: Point): number {
  return (Math.atan2(to[1] - from[1], to[0] - from[0]) / Math.PI) * 180;
}

/** The place on a circle at an angle in degrees, clockwise from the right. */
export function onCircle(x: number, y: number, radius: number, angle: number): Point {
  const radians = (angle / 180) * Math.PI;
  return [x + radius * Math.cos(radians), y + radius * Math.sin(radians)];
}

function pair([x, y]: Point): string {
  return `${short(x)} ${short(y)}`;
}
