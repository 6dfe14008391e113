import { ruled, TONES } from "../drawing/hatching.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { words } from "../drawing/lettering.ts";
import { disc, rectangle, rounded } from "../drawing/shape.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image, Typefaces } from "./image.ts";

/** A front door with a number and a slot for letters, in which a card stands. */
export const answerWith304: Image = {
  file: "articles/2026/09/answer-with-304.svg",
  draw: (faces) => ({
    name: "slot",
    title: "The door of house number 304",
    ...ILLUSTRATION,
    accent: "searchengines",
    ground: "ground",
    marks: [...front(), ...door(faces)],
  }),
};

function front(): Mark[] {
  const courses = Array.from({ length: 12 }, (_, row) => rectangle(0, 20 + row * 76, 1600, 5));
  return [
    ...courses.map((course) => area("rule", course)),
    area("ink", rectangle(0, 940, 1600, 10)),
    area("paper", rectangle(440, 950, 720, 60)),
    outline("ink", 8, rectangle(440, 950, 720, 60)),
    ruled("ink", { ...TONES.light, angle: 0 }, rectangle(0, 1018, 1600, 49)),
  ];
}

function door({ sansBold }: Typefaces): Mark[] {
  const [left, top, wide, foot] = [540, 90, 520, 950];
  const panel = (x: number, y: number, width: number, high: number): Mark[] => [
    ruled("paper", { ...TONES.light, angle: 45 }, rectangle(x, y, width, high)),
    outline("paper", 7, rectangle(x, y, width, high)),
  ];
  return [
    area("ink", rectangle(left - 40, top - 40, wide + 80, foot - top + 40)),
    area("accent", rectangle(left, top, wide, foot - top)),
    ...panel(left + 50, top + 250, 180, 220),
    ...panel(left + 290, top + 250, 180, 220),
    ...panel(left + 50, top + 640, 180, 170),
    ...panel(left + 290, top + 640, 180, 170),
    area("paper", rounded(left + 140, top + 60, 240, 120, 12)),
    words("ink", "304", { face: sansBold, size: 96, x: left + 260, y: top + 154, align: "middle" }),
    area("ink", rectangle(left + 130, top + 520, 260, 64)),
    area("paper", rectangle(left + 170, top + 476, 180, 76)),
    outline("ink", 7, rectangle(left + 170, top + 476, 180, 76)),
    area("ink", rectangle(left + 196, top + 502, 90, 9)),
    area("paper", disc(left + wide - 44, top + 556, 22)),
  ];
}
