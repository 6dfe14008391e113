import { ruled, TONES } from "../drawing/hatching.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { Pen, rectangle, rounded } from "../drawing/shape.ts";
import type { Shape } from "../drawing/shape.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image } from "./image.ts";

/** Pneumatic post: tubes lead from one page to many boxes, and each has its own copy. */
export const whatAFeedPromises: Image = {
  file: "articles/2023/12/what-a-feed-promises.svg",
  draw: () => ({
    name: "tubes",
    title: "Tubes from one page to six boxes",
    ...ILLUSTRATION,
    accent: "marketing",
    ground: "ground",
    marks: [...tubes(), ...page(), ...boxes()],
  }),
};

const MIDDLE = 533;
const TUBES = [0, 1, 2, 3, 4, 5];
const APART = 58;

/** Where a tube leaves the page, and where it arrives. */
function heights(tube: number): { from: number; to: number } {
  return { from: MIDDLE + (tube - 2.5) * APART, to: MIDDLE + (tube - 2.5) * 168 };
}

function tube(number: number): Shape {
  const { from, to } = heights(number);
  const outer = Math.abs(number - 2.5);
  const [start, end] = [420, 1330];
  const up = to < from;
  const sign = up ? -1 : 1;
  const radius = 64;
  // The outermost turns last but one, so that no two cross.
  const bend = 560 + (2.5 - outer) * APART * 1.6;
  const second = bend + 2 * radius;
  const pen = new Pen().move(start, from);
  if (outer < 1) {
    const mid = 60;
    return pen
      .line([bend, from])
      .curve([bend + mid, from], [second - mid + 60, to], [second + 60, to])
      .line([end, to])
      .shape();
  }
  return pen
    .arc(bend, from + sign * radius, radius, up ? 90 : 270, up ? 0 : 360)
    .arc(second, to - sign * radius, radius, 180, up ? 270 : 90)
    .line([end, to])
    .shape();
}

function tubes(): Mark[] {
  return TUBES.flatMap((number) => [
    outline("ink", 34, tube(number)),
    outline("ground", 22, tube(number)),
  ]);
}

function page(): Mark[] {
  const [x, y, width, height] = [110, 254, 390, 560];
  const lines = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((row) => [
    rectangle(x + 40, y + 280 + row * 31, 146, 9),
    rectangle(x + 206, y + 280 + row * 31, row === 7 ? 80 : 146, 9),
  ]);
  return [
    area("paper", rectangle(x, y, width, height)),
    outline("ink", 9, rectangle(x, y, width, height)),
    area("ink", rectangle(x + 40, y + 44, 312, 34)),
    area("ink", rectangle(x + 40, y + 92, 312, 4)),
    ruled("accent", TONES.dark, rectangle(x + 40, y + 118, 312, 134)),
    ...lines.map((one) => area("ink", one)),
  ];
}

/** A rack of pigeon-holes, each with a folded paper in its wrapper. */
function boxes(): Mark[] {
  return [
    area("ink", rectangle(1288, 0, 312, ILLUSTRATION.height)),
    ...TUBES.flatMap((number) => {
      const { to } = heights(number);
      const [top, high] = [to - 70, 140];
      return [
        area("ground", rectangle(1312, top, 300, high)),
        ruled("ink", { ...TONES.dark, angle: 45 }, rectangle(1312, top, 300, 46)),
        area("paper", rectangle(1352, top + 46, 260, high - 46)),
        area("ink", rectangle(1352, top + 46, 260, 7)),
        area("accent", rectangle(1430, top + 46, 74, high - 46)),
        area("ink", rounded(1256, to - 32, 60, 64, 8)),
        area("accent", rounded(900 + ((number * 137) % 260), to - 11, 92, 22, 11)),
      ];
    }),
  ];
}
