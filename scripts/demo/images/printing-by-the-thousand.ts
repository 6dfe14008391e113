import { dotted, ruled, TONES } from "../drawing/hatching.ts";
import { words } from "../drawing/lettering.ts";
import { area } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { rectangle } from "../drawing/shape.ts";
import { CHART, heading, sources } from "./chart-parts.ts";
import type { Image, Typefaces } from "./image.ts";

/** Seconds that one more article costs on top of 10,000; where a range was measured, its ends. */
export const ONE_MORE: readonly { name: string; from: number; to: number; own?: true }[] = [
  { name: "Astro, .md", from: 50, to: 50 },
  { name: "Eleventy", from: 15, to: 15 },
  { name: "Hugo", from: 9, to: 12 },
  { name: "Stet", from: 1.5, to: 1.5, own: true },
];

/** Bars for what one more article costs with four programs. */
export const printingByTheThousand: Image = {
  file: "articles/2026/10/printing-by-the-thousand.svg",
  draw: (faces) => ({
    name: "onemore",
    title: "Seconds to print one more article",
    width: CHART.width,
    height: 760,
    accent: "searchengines",
    ground: "paper",
    marks: [
      ...heading(
        faces,
        "One more article, after ten thousand",
        "Seconds until the site is printed again, on two cores",
      ),
      ...ONE_MORE.flatMap((one, row) => bar(faces, one, row)),
      area("ink", rectangle(LEFT - 6, 172, 6, 486)),
      ...sources(
        faces,
        716,
        "Articles of 740 words, the same for all. Astro with MDX was not run.",
      ),
    ],
  }),
};

const LEFT = 296;
const SCALE = 15.2;

function bar(
  { sansBold }: Typefaces,
  { name, from, to, own }: (typeof ONE_MORE)[number],
  row: number,
): Mark[] {
  const y = 190 + row * 118;
  const shape = rectangle(LEFT, y, from * SCALE, 92);
  const figure = from === to ? String(from) : `${from} to ${to}`;
  return [
    words(own ? "accent" : "ink", name, {
      face: sansBold,
      size: 44,
      x: LEFT - 26,
      y: y + 62,
      align: "end",
    }),
    own ? area("accent", shape) : ruled("ink", TONES.middle, shape),
    ...(to > from
      ? [
          dotted(
            "ink",
            { step: 18, width: 6 },
            rectangle(LEFT + from * SCALE, y, (to - from) * SCALE, 92),
          ),
        ]
      : []),
    words(own ? "accent" : "ink", figure, {
      face: sansBold,
      size: 56,
      x: LEFT + to * SCALE + 20,
      y: y + 66,
    }),
  ];
}
