import { ruled, TONES } from "../drawing/hatching.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import {
  beam,
  disc,
  ellipse,
  line,
  onCircle,
  polygon,
  rectangle,
  slope,
} from "../drawing/shape.ts";
import type { Point, Shape } from "../drawing/shape.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image } from "./image.ts";

/** A hoarding with nothing left on it but scraps; a shopping trolley takes the poster away, rolled up. */
export const walmartCutsXAdvertising: Image = {
  file: "articles/2023/12/walmart-cuts-x-advertising.svg",
  draw: () => ({
    name: "trolley",
    title: "A shopping trolley carries a rolled poster away from a bare hoarding",
    ...ILLUSTRATION,
    accent: "marketing",
    ground: "ground",
    marks: [...hoarding(), ...trolley(), area("ink", rectangle(0, 944, 1600, 10))],
  }),
};

function hoarding(): Mark[] {
  const [x, y, width, height] = [90, 130, 800, 520];
  const [left, top, right, bottom] = [x + 74, y + 74, x + width - 74, y + height - 74];
  const pale = rectangle(left, top, right - left, bottom - top);
  const scraps = [
    polygon(
      [left, top],
      [left + 200, top],
      [left + 138, top + 44],
      [left + 88, top + 34],
      [left + 50, top + 116],
      [left, top + 138],
    ),
    polygon([right, top], [right, top + 66], [right - 34, top + 34], [right - 96, top]),
    polygon(
      [right, bottom],
      [right - 270, bottom],
      [right - 220, bottom - 58],
      [right - 126, bottom - 42],
      [right - 84, bottom - 150],
      [right, bottom - 118],
    ),
  ];
  return [
    ...[x + 120, x + width - 154].map((post) => area("ink", rectangle(post, y + height, 34, 300))),
    area("paper", rectangle(x, y, width, height)),
    ruled("ink", { ...TONES.dark, angle: 0, except: [pale] }, rectangle(x, y, width, height)),
    ...scraps.map((scrap) => area("accent", scrap)),
    outline("ink", 18, rectangle(x, y, width, height)),
    area("ink", rectangle(x - 30, y + height + 8, width + 60, 18)),
  ];
}

function trolley(): Mark[] {
  const basket = polygon([1030, 520], [1480, 560], [1420, 780], [1080, 780]);
  return [
    ...roll(),
    area("ground", basket),
    ruled("ink", { step: 38, width: 6, angle: 90 }, basket),
    ruled("ink", { step: 38, width: 6, angle: 0 }, basket),
    outline("ink", 14, basket),
    outline("ink", 18, line([940, 470], [1010, 470], [1090, 850], [1440, 850]), true),
    area("accent", beam([920, 470], [1000, 470], 30)),
    ...[1130, 1410].flatMap((x) => [
      area("ink", disc(x, 904, 40)),
      area("ground", disc(x, 904, 14)),
    ]),
  ];
}

function roll(): Mark[] {
  const low: Point = [1206, 712];
  const high: Point = [1392, 150];
  const wide = 140;
  const along = slope(low, high);
  const at = (part: number): Point => [
    low[0] + (high[0] - low[0]) * part,
    low[1] + (high[1] - low[1]) * part,
  ];
  const right = (part: number): Point => onCircle(...at(part), wide * 0.29, along + 90);
  const mouth = (size: number): Shape =>
    ellipse(...high, wide * size, wide * size * 0.42, along + 90);
  return [
    area("paper", beam(low, high, wide)),
    ruled("ink", { ...TONES.middle, angle: along }, beam(right(0), right(1), wide * 0.42)),
    area("accent", beam(at(0.52), at(0.68), wide)),
    outline("ink", 12, beam(low, high, wide)),
    area("ink", mouth(1.08)),
    area("paper", mouth(0.9)),
    area("ink", mouth(0.62)),
    area("paper", mouth(0.42)),
  ];
}
