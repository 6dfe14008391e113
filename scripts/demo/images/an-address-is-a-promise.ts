import { ruled, TONES } from "../drawing/hatching.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { polygon, rectangle } from "../drawing/shape.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image } from "./image.ts";

/** Signposts along a road, each of which points to the next; the last stands before a house. */
export const anAddressIsAPromise: Image = {
  file: "articles/2026/11/an-address-is-a-promise.svg",
  draw: () => ({
    name: "signposts",
    title: "Three signposts that lead to a house",
    ...ILLUSTRATION,
    accent: "seo",
    ground: "ground",
    marks: [...road(), ...house(), ...POSTS.flatMap(post)],
  }),
};

const HORIZON = 700;

function road(): Mark[] {
  return [
    ruled("ink", { ...TONES.light, angle: 0 }, rectangle(0, HORIZON, 1600, 367)),
    area(
      "paper",
      polygon([0, 1067], [0, 930], [1180, HORIZON + 6], [1320, HORIZON + 6], [760, 1067]),
    ),
    area("ink", rectangle(0, HORIZON - 4, 1600, 8)),
  ];
}

function house(): Mark[] {
  const [left, right, eaves, foot] = [1150, 1470, 470, HORIZON + 4];
  return [
    area("ink", polygon([left - 40, eaves], [(left + right) / 2, 300], [right + 40, eaves])),
    area("paper", rectangle(left, eaves, right - left, foot - eaves)),
    ruled("ink", { ...TONES.middle, angle: 90 }, rectangle(left, eaves, right - left, 60)),
    outline("ink", 10, rectangle(left, eaves, right - left, foot - eaves)),
    area("accent", rectangle(1220, 570, 84, foot - 570)),
    area("ink", rectangle(1364, 566, 66, 76)),
    area("ink", rectangle(1390, 250, 40, 130)),
  ];
}

/** From near to far: foot, height above it, and size. */
const POSTS = [
  { x: 250, foot: 1010, high: 760, size: 1 },
  { x: 640, foot: 860, high: 500, size: 0.68 },
  { x: 910, foot: 778, high: 330, size: 0.46 },
] as const;

function post({ x, foot, high, size }: (typeof POSTS)[number]): Mark[] {
  const top = foot - high;
  const [width, thick] = [420 * size, 150 * size];
  const arm = polygon(
    [x - 90 * size, top + 60 * size],
    [x + width - 90 * size, top + 60 * size],
    [x + width, top + 60 * size + thick / 2],
    [x + width - 90 * size, top + 60 * size + thick],
    [x - 90 * size, top + 60 * size + thick],
  );
  const line = (row: number, part: number): Mark =>
    area(
      "paper",
      rectangle(x - 50 * size, top + (96 + row * 40) * size, 300 * size * part, 16 * size),
    );
  return [
    area("ink", rectangle(x - 18 * size, top, 36 * size, high)),
    area("accent", arm),
    outline("ink", 10 * size, arm),
    line(0, 1),
    line(1, 0.62),
  ];
}
