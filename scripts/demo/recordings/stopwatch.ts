import { ruled, TONES } from "../drawing/hatching.ts";
import { words } from "../drawing/lettering.ts";
import { area } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { rectangle } from "../drawing/shape.ts";
import type { Sheet } from "../drawing/sheet.ts";
import type { Image, Typefaces } from "../images/image.ts";
import { ONE_MORE } from "../images/printing-by-the-thousand.ts";

/** How many seconds of the race pass in one of the film. */
const HASTE = 5;

const SIZE = { width: 1280, height: 720 } as const;
const LEFT = 340;
const SCALE = 16;

/** A silent film in which four presses print one more article, and what it needs to be made. */
export const STOPWATCH = {
  /** Below the content folder. */
  file: "public/recordings/stopwatch.webm",
  /** Pictures a second. */
  rate: 10,
  /** How long it lasts, in seconds; the last two stand still. */
  seconds: 12,
  sheet: (faces: Typefaces, second: number): Sheet => ({
    name: "stopwatch",
    title: "Four presses print one more article",
    ...SIZE,
    accent: "searchengines",
    ground: "paper",
    marks: [
      words("ink", "One more article", { face: faces.sansBold, size: 60, x: 48, y: 92 }),
      words("quiet", `${clock(second).toFixed(1)} s`, {
        face: faces.sansBold,
        size: 60,
        x: SIZE.width - 48,
        y: 92,
        align: "end",
      }),
      ...ONE_MORE.flatMap((generator, row) => runner(faces, generator, row, clock(second))),
      area("ink", rectangle(LEFT - 6, 134, 6, 412)),
    ],
  }),
} as const;

/** What the film shows before it runs: its end. */
export const stopwatchPoster: Image = {
  file: "articles/2026/10/stopwatch.svg",
  draw: (faces) => STOPWATCH.sheet(faces, STOPWATCH.seconds),
};

function clock(second: number): number {
  return Math.min(second * HASTE, Math.max(...ONE_MORE.map(({ to }) => to)));
}

function runner(
  { sansBold }: Typefaces,
  { name, to, own }: (typeof ONE_MORE)[number],
  row: number,
  now: number,
): Mark[] {
  // The foot is left to the words, and the buttons, that stand on it.
  const y = 144 + row * 100;
  const reached = Math.min(to, now);
  const role = own ? "accent" : "ink";
  const shape = rectangle(LEFT, y, Math.max(2, reached * SCALE), 80);
  return [
    words(role, name, { face: sansBold, size: 46, x: LEFT - 28, y: y + 56, align: "end" }),
    own ? area("accent", shape) : ruled("ink", TONES.middle, shape),
    ...(now < to
      ? []
      : [
          words(role, `${to} s`, {
            face: sansBold,
            size: 52,
            x: LEFT + to * SCALE + 20,
            y: y + 58,
          }),
        ]),
  ];
}
