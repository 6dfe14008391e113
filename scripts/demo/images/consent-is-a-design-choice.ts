import { ruled, TONES } from "../drawing/hatching.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { rectangle } from "../drawing/shape.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image } from "./image.ts";

/** A wall of bricks; behind it the top of a page, with its headline and nothing else to be read. */
export const consentIsADesignChoice: Image = {
  file: "articles/2026/06/consent-is-a-design-choice.svg",
  draw: () => ({
    name: "wall",
    title: "A wall before a page, of which only the top is seen",
    ...ILLUSTRATION,
    accent: "marketing",
    ground: "ground",
    marks: [...page(), ...wall()],
  }),
};

const TOP = 452;
const ROWS = 7;
const BRICK = { wide: 232, high: 80, gap: 9 } as const;

function page(): Mark[] {
  const [left, top, wide] = [470, 96, 660];
  return [
    area("paper", rectangle(left, top, wide, 500)),
    outline("ink", 12, rectangle(left, top, wide, 500)),
    area("ink", rectangle(left + 60, top + 60, 540, 46)),
    area("ink", rectangle(left + 60, top + 128, 380, 46)),
    area("accent", rectangle(left + 60, top + 212, 250, 16)),
    ...[0, 1, 2].map((row) => area("ink", rectangle(left + 60, top + 256 + row * 40, 540, 13))),
  ];
}

function wall(): Mark[] {
  const { wide, high, gap } = BRICK;
  const bricks = Array.from({ length: ROWS * 8 }, (_, index) => {
    const row = Math.floor(index / 8);
    const x = (index % 8) * (wide + gap) - (row % 2 === 0 ? 40 : 160);
    const y = TOP + row * (high + gap);
    const brick = rectangle(x, y, wide, high);
    const kind = (index * index * 5 + row * 7) % 13;
    if (kind === 0) return [area("accent", brick)];
    if (kind < 4) return [area("ground", brick), ruled("ink", { ...TONES.dark, angle: 45 }, brick)];
    return [area("paper", brick)];
  });
  return [area("ink", rectangle(0, TOP - gap, 1600, 1067 - TOP + gap)), ...bricks.flat()];
}
