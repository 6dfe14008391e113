import { dotted, ruled, TONES } from "../drawing/hatching.ts";
import { words } from "../drawing/lettering.ts";
import { area, outline } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { disc, rectangle } from "../drawing/shape.ts";
import { CHART, heading } from "./chart-parts.ts";
import type { Image, Typefaces } from "./image.ts";

const MONTHS = ["May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
const FIRST = Date.UTC(2023, 4, 1);
const END = Date.UTC(2024, 0, 1);

/** A time line from the signing of Montana's ban to the day on which it was to begin. */
export const montanaCalendar: Image = {
  file: "articles/2023/12/montana-calendar.svg",
  draw: (faces) => ({
    name: "montana",
    title: "Montana’s ban on TikTok, May 2023 to January 2024",
    width: CHART.width,
    height: 720,
    accent: "social",
    ground: "paper",
    marks: [
      ...heading(faces, "Stopped a month before it began", "Montana’s ban on TikTok in 2023"),
      ...months(faces),
      ...days(faces),
    ],
  }),
};

const LEFT = 48;
const RIGHT = 1152;
const LINE = 440;

function at(year: number, month: number, day: number): number {
  return LEFT + ((Date.UTC(year, month - 1, day) - FIRST) / (END - FIRST)) * (RIGHT - LEFT);
}

const SIGNED = at(2023, 5, 17);
const STOPPED = at(2023, 11, 30);

function months({ sans }: Typefaces): Mark[] {
  const names = MONTHS.map((name, index) => {
    const middle = (at(2023, 5 + index, 1) + at(2023, 6 + index, 1)) / 2;
    return words("quiet", name, { face: sans, size: 36, x: middle, y: LINE + 56, align: "middle" });
  });
  const ticks = [...MONTHS, ""].map((_, index) =>
    area("ink", rectangle(at(2023, 5 + index, 1) - 1.5, LINE, 3, 20)),
  );
  return [
    ruled("ink", TONES.middle, rectangle(SIGNED, LINE - 66, STOPPED - SIGNED, 66)),
    dotted(
      "accent",
      { step: 20, width: 6 },
      rectangle(STOPPED + 4, LINE - 66, RIGHT - STOPPED, 66),
    ),
    area("ink", rectangle(LEFT - 1.5, LINE - 3, RIGHT - LEFT + 3, 6)),
    ...ticks,
    ...names,
  ];
}

function days({ sans, sansBold }: Typefaces): Mark[] {
  const label = (
    date: string,
    event: string,
    position: { x: number; y: number; align: "end" | "start" },
    role: "accent" | "ink" = "ink",
  ): Mark[] => [
    words(role, date, { face: sansBold, size: 44, ...position }),
    words("ink", event, { face: sans, size: 38, ...position, y: position.y + 48 }),
  ];
  const post = (x: number, top: number, bottom: number): Mark =>
    area("accent", rectangle(x - 3, top, 6, bottom - top));
  return [
    post(SIGNED, 246, LINE),
    post(STOPPED, 246, LINE),
    post(RIGHT, LINE, 660),
    area("accent", disc(SIGNED, LINE, 17)),
    area("accent", disc(STOPPED, LINE, 17)),
    area("paper", disc(RIGHT, LINE, 14)),
    outline("accent", 8, disc(RIGHT, LINE, 14)),
    ...label("17 May", "the governor signs", { x: SIGNED + 22, y: 276, align: "start" }),
    ...label(
      "30 November",
      "the court stops it",
      { x: STOPPED - 22, y: 276, align: "end" },
      "accent",
    ),
    ...label("1 January 2024", "it was to take effect", { x: RIGHT - 22, y: 604, align: "end" }),
  ];
}
