import { ruled, TONES } from "../drawing/hatching.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { disc, line, polygon, rectangle } from "../drawing/shape.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image } from "./image.ts";

/** Four doors: one barred, one with its blind down, one that points to its neighbour, one walled up. */
export const disallowNoindexCanonical: Image = {
  file: "articles/2026/01/disallow-noindex-canonical.svg",
  draw: () => ({
    name: "doors",
    title: "Four doors, each closed in another way",
    ...ILLUSTRATION,
    accent: "seo",
    ground: "ground",
    marks: [...ground(), ...barred(110), ...blind(470), ...walled(1190), ...pointing(830)],
  }),
};

const [TOP, FOOT, WIDE] = [250, 880, 300];

function ground(): Mark[] {
  return [
    area("ink", rectangle(0, FOOT, 1600, 10)),
    ruled("ink", { ...TONES.light, angle: 0 }, rectangle(0, FOOT + 24, 1600, 160)),
  ];
}

function frame(x: number): Mark[] {
  return [
    area("ink", rectangle(x - 22, TOP - 22, WIDE + 44, FOOT - TOP + 22)),
    area("ink", rectangle(x - 44, TOP - 48, WIDE + 88, 26)),
  ];
}

function leaf(x: number): Mark[] {
  return [
    area("paper", rectangle(x, TOP, WIDE, FOOT - TOP)),
    outline("ink", 7, rectangle(x + 40, TOP + 44, WIDE - 80, 220)),
    outline("ink", 7, rectangle(x + 40, TOP + 316, WIDE - 80, 260)),
    area("ink", disc(x + WIDE - 24, TOP + 300, 13)),
  ];
}

function barred(x: number): Mark[] {
  const bar = (from: number, to: number): Mark =>
    outline("accent", 40, line([x - 40, TOP + from], [x + WIDE + 40, TOP + to]));
  return [...frame(x), ...leaf(x), bar(130, 470), bar(470, 130)];
}

function blind(x: number): Mark[] {
  return [
    ...frame(x),
    area("paper", rectangle(x, TOP, WIDE, FOOT - TOP)),
    ruled("ink", { ...TONES.dark, angle: 0 }, rectangle(x, TOP, WIDE, 470)),
    area("accent", rectangle(x, TOP + 470, WIDE, 26)),
    area("ink", rectangle(x + WIDE / 2 - 3, TOP + 496, 6, 60)),
    area("ink", disc(x + WIDE / 2, TOP + 564, 12)),
  ];
}

function pointing(x: number): Mark[] {
  const y = TOP + 200;
  return [
    ...frame(x),
    ...leaf(x),
    area(
      "accent",
      polygon(
        [x + 60, y],
        [x + WIDE + 20, y],
        [x + WIDE + 20, y - 54],
        [x + WIDE + 130, y + 46],
        [x + WIDE + 20, y + 146],
        [x + WIDE + 20, y + 92],
        [x + 60, y + 92],
      ),
    ),
  ];
}

function walled(x: number): Mark[] {
  const bricks = Array.from({ length: 44 }, (_, index) => {
    const row = Math.floor(index / 4);
    const left = x + (index % 4) * 104 - (row % 2) * 52;
    const from = Math.max(x, left);
    const to = Math.min(x + WIDE, left + 96);
    return to > from ? [area("paper", rectangle(from, TOP + 6 + row * 57, to - from, 49))] : [];
  });
  return [...frame(x), ...bricks.flat()];
}
