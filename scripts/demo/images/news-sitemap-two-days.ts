import { ruled, TONES } from "../drawing/hatching.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { placed } from "../drawing/mark.ts";
import { rectangle } from "../drawing/shape.ts";
import { words } from "../drawing/lettering.ts";
import { ILLUSTRATION } from "../drawing/sheet.ts";
import type { Image, Typefaces } from "./image.ts";

/** A calendar of which two leaves are left, and the others lie on the ground. */
export const newsSitemapTwoDays: Image = {
  file: "articles/2026/04/news-sitemap-two-days.svg",
  draw: (faces) => ({
    name: "leaves",
    title: "A tear-off calendar that has lost all but two leaves",
    ...ILLUSTRATION,
    accent: "searchengines",
    ground: "ground",
    marks: [...wall(), ...fallen(faces), ...calendar(faces)],
  }),
};

function wall(): Mark[] {
  return [
    ruled("ink", { ...TONES.light, angle: 0 }, rectangle(0, 860, 1600, 207)),
    area("ink", rectangle(0, 852, 1600, 8)),
  ];
}

function leaf({ sansBold }: Typefaces, day: string): Mark[] {
  return [
    area("paper", rectangle(-95, -120, 190, 240)),
    outline("ink", 8, rectangle(-95, -120, 190, 240)),
    words("ink", day, { face: sansBold, size: 116, x: 0, y: 52, align: "middle" }),
  ];
}

function fallen(faces: Typefaces): Mark[] {
  return [
    { day: "8", x: 190, y: 950, turn: -78 },
    { day: "9", x: 1390, y: 960, turn: 62 },
    { day: "10", x: 470, y: 930, turn: 24 },
    { day: "11", x: 1160, y: 720, turn: -32 },
    { day: "12", x: 1330, y: 430, turn: 18 },
  ].map(({ day, ...position }) => placed(position, ...leaf(faces, day)));
}

function calendar({ sansBold }: Typefaces): Mark[] {
  const [left, top, wide, high] = [560, 96, 480, 650];
  return [
    area("ink", rectangle(left - 30, top, wide + 60, high)),
    area("accent", rectangle(left, top + 30, wide, 110)),
    ...[24, 12].map((down) =>
      outline("ink", 6, rectangle(left + down, top + 170 + down, wide - 24, high - 220)),
    ),
    area("paper", rectangle(left, top + 160, wide, high - 200)),
    ruled("ink", { ...TONES.dark, angle: 90 }, rectangle(left, top + 160, wide, 26)),
    words("ink", "14", {
      face: sansBold,
      size: 330,
      x: left + wide / 2,
      y: top + 500,
      align: "middle",
    }),
    area("ink", rectangle(left + 190, top - 60, 100, 66)),
  ];
}
