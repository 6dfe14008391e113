import { ruled, TONES } from "../drawing/hatching.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { disc, Pen, rectangle } from "../drawing/shape.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image } from "./image.ts";

/** Two cylinders of a press, a web of paper between them, and the printed sheets below. */
export const questionsToThePress: Image = {
  file: "articles/2026/11/questions-to-the-press.svg",
  draw: () => ({
    name: "cylinders",
    title: "A web of paper runs between two cylinders",
    ...ILLUSTRATION,
    accent: "marketing",
    ground: "ground",
    marks: [...floor(), ...cylinders(), ...web(), ...stack()],
  }),
};

const UPPER = { x: 610, y: 320, radius: 250 };
const LOWER = { x: 860, y: 690, radius: 196 };

function floor(): Mark[] {
  return [
    ruled("ink", { ...TONES.light, angle: 0 }, rectangle(0, 930, 1600, 137)),
    area("ink", rectangle(0, 922, 1600, 8)),
    ...[UPPER, LOWER].flatMap(({ x, y }) => [
      area("ink", rectangle(x - 26, y, 52, 926 - y)),
      area("ink", rectangle(x - 86, 898, 172, 30)),
    ]),
  ];
}

function cylinders(): Mark[] {
  return [UPPER, LOWER].flatMap(({ x, y, radius }) => [
    area("ink", disc(x, y, radius)),
    area("ground", disc(x, y, radius - 16)),
    ruled("ink", { ...TONES.dark, angle: 20 }, disc(x, y, radius - 30)),
    area("accent", disc(x, y, radius * 0.36)),
    area("ink", disc(x, y, radius * 0.14)),
  ]);
}

/** Down over the first cylinder, through between the two, and out over the second. */
function web(): Mark[] {
  const path = new Pen()
    .move(0, 116)
    .curve([260, 116], [330, 20], [612, 44])
    .curve([830, 60], [912, 230], [868, 400])
    .curve([838, 480], [690, 560], [652, 690])
    .curve([640, 800], [720, 912], [872, 908])
    .curve([1040, 904], [1060, 820], [1200, 820])
    .line([1600, 820])
    .shape();
  return [outline("ink", 40, path), outline("paper", 26, path)];
}

/** Sheets that were cut, one upon the other, seen from the side and from above. */
function stack(): Mark[] {
  const [left, top, wide, high] = [1200, 250, 300, 410];
  const rows = [0, 1, 2, 3, 4, 5].map((row) =>
    area("ink", rectangle(left + 40, top + 170 + row * 34, row === 5 ? 130 : 220, 10)),
  );
  return [
    ...[36, 24, 12].map((down) =>
      outline("ink", 6, rectangle(left + down, top + down, wide, high)),
    ),
    area("paper", rectangle(left, top, wide, high)),
    outline("ink", 8, rectangle(left, top, wide, high)),
    area("accent", rectangle(left + 40, top + 44, 220, 40)),
    area("ink", rectangle(left + 40, top + 104, 220, 22)),
    ...rows,
  ];
}
