import { area, outline, placed } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { ruled, TONES } from "../drawing/hatching.ts";
import type { Ruling } from "../drawing/hatching.ts";
import { beam, disc, line, Pen, polygon, rectangle, slope } from "../drawing/shape.ts";
import type { Point, Shape } from "../drawing/shape.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image } from "./image.ts";

/** Sealed letters cross the mountains on a ropeway, which cannot open them. */
export const metaEncryptionTests: Image = {
  file: "articles/2023/11/meta-encryption-tests.svg",
  draw: () => ({
    name: "ropeway",
    title: "Sealed letters on a ropeway over the mountains",
    ...ILLUSTRATION,
    accent: "social",
    ground: "ground",
    marks: [
      ...mountains(),
      ...pylon(),
      ...[0.14, 0.45, 0.76].flatMap((along) => cabin(onCable(LEFT, along))),
      ...cabin(onCable(RIGHT, 0.7)),
      outline("ink", 9, cable(LEFT)),
      outline("ink", 9, cable(RIGHT)),
    ],
  }),
};

type Cable = readonly [Point, Point, Point, Point];

const TOP: Point = [1240, 196];
const LEFT: Cable = [[-20, 566], [420, 500], [840, 372], TOP];
const RIGHT: Cable = [TOP, [1380, 214], [1500, 210], [1620, 190]];

function cable([from, first, second, to]: Cable): Shape {
  return new Pen()
    .move(...from)
    .curve(first, second, to)
    .shape();
}

function onCable([from, first, second, to]: Cable, t: number): Point {
  const along = (axis: 0 | 1): number =>
    (1 - t) ** 3 * from[axis] +
    3 * t * (1 - t) ** 2 * first[axis] +
    3 * t ** 2 * (1 - t) * second[axis] +
    t ** 3 * to[axis];
  return [along(0), along(1)];
}

/** A letter that hangs from the cable by two wheels. */
function cabin([x, y]: Point): Mark[] {
  const [wide, high] = [300, 196];
  const top = 118;
  const middle = top + high * 0.56;
  return [
    placed(
      { x: Math.round(x), y: Math.round(y) },
      outline("ink", 9, line([0, 0], [0, 70])),
      outline("ink", 9, polygon([0, 62], [wide / 2 - 24, top + 4], [24 - wide / 2, top + 4])),
      area("ink", disc(-20, -6, 15)),
      area("ink", disc(20, -6, 15)),
      area("ink", rectangle(-wide / 2, top, wide, high)),
      outline("ground", 6, line([-wide / 2, top], [0, middle], [wide / 2, top])),
      outline("ground", 6, line([-wide / 2, top + high], [-52, middle - 34])),
      outline("ground", 6, line([wide / 2, top + high], [52, middle - 34])),
      area("ink", disc(0, middle, 46)),
      area("accent", disc(0, middle, 38)),
    ),
  ];
}

function pylon(): Mark[] {
  const [x, y] = TOP;
  const leg = (side: 1 | -1): Mark =>
    area("ink", beam([x + side * 22, y + 14], [x + side * 92, 1067], 16, 26));
  const braces = [0, 1, 2, 3, 4].flatMap((storey) => {
    const [high, low] = [y + 70 + storey * 150, y + 220 + storey * 150];
    const half = (height: number): number => 22 + (70 * (height - y - 14)) / (1053 - y);
    return [
      line([x - half(high), high], [x + half(low), low]),
      line([x + half(high), high], [x - half(low), low]),
      line([x - half(low), low], [x + half(low), low]),
    ];
  });
  return [
    leg(-1),
    leg(1),
    ...braces.map((brace) => outline("ink", 8, brace)),
    area("ink", rectangle(x - 96, y + 2, 192, 22)),
    ...[-66, 0, 66].map((off) => area("ink", disc(x + off, y + 6, 18))),
  ];
}

function mountains(): Mark[] {
  return [
    ...peak([366, 640], -40, 900, 300, TONES.light),
    ...peak([972, 700], 420, 1500, 850, TONES.light),
    ...peak([700, 838], 300, 1090, 610, TONES.dark),
    ...peak([1470, 770], 1040, 1900, 1360, TONES.dark),
  ];
}

/** A mountain with a bright side and one in the shade, ruled along its slope and parted by a jagged ridge. */
function peak(top: Point, left: number, right: number, foot: number, tone: Ruling): Mark[] {
  const [x, y] = top;
  const floor = ILLUSTRATION.height + 13;
  const high = floor - y;
  const ridge: Point[] = [
    [x + high * 0.05, y + high * 0.22],
    [x - high * 0.09, y + high * 0.38],
    [x + high * 0.02, y + high * 0.66],
    [foot, floor],
  ];
  const shade = polygon(top, [right, floor], ...[...ridge].reverse());
  return [
    area("ground", polygon([left, floor], top, [right, floor])),
    area("paper", polygon([left, floor], top, ...ridge)),
    ruled("ink", { ...tone, angle: slope(top, [right, floor]) }, shade),
    outline("ink", tone.width, line(top, [right, floor])),
  ];
}
