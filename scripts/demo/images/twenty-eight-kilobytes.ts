import { ruled, TONES } from "../drawing/hatching.ts";
import { words } from "../drawing/lettering.ts";
import { area } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { rectangle } from "../drawing/shape.ts";
import { CHART, heading } from "./chart-parts.ts";
import type { Image, Typefaces } from "./image.ts";

/** Kilobytes and milliseconds of one core for a photograph of 800 pixels. */
const FORMATS: readonly { name: string; kilobytes: number; milliseconds: number; own?: true }[] = [
  { name: "WebP 75", kilobytes: 27.6, milliseconds: 14, own: true },
  { name: "AVIF 50", kilobytes: 19.4, milliseconds: 97 },
  { name: "AVIF 60", kilobytes: 26.1, milliseconds: 105 },
];

/** Two rows of bars: what a picture weighs, and what it takes to make. */
export const twentyEightKilobytes: Image = {
  file: "articles/2026/10/twenty-eight-kilobytes.svg",
  draw: (faces) => ({
    name: "formats",
    title: "Weight and making of a picture in three settings",
    width: CHART.width,
    height: 830,
    accent: "seo",
    ground: "paper",
    marks: [
      ...heading(
        faces,
        "Smaller to send, slower to make",
        "A photograph 800 pixels wide, in the mean of 34",
      ),
      ...row(faces, "Kilobytes", 226, ({ kilobytes }) => kilobytes, 13),
      ...row(faces, "Milliseconds of one core", 560, ({ milliseconds }) => milliseconds, 5.4),
    ],
  }),
};

function row(
  { sans, sansBold }: Typefaces,
  unit: string,
  top: number,
  of: (format: (typeof FORMATS)[number]) => number,
  scale: number,
): Mark[] {
  const left = 330;
  return [
    words("quiet", unit, { face: sans, size: 36, x: CHART.margin, y: top - 24 }),
    area("ink", rectangle(left - 6, top - 10, 6, 254)),
    ...FORMATS.flatMap((format, index) => {
      const y = top + index * 82;
      const shape = rectangle(left, y, of(format) * scale, 62);
      const role = format.own ? "accent" : "ink";
      return [
        words(role, format.name, {
          face: sansBold,
          size: 38,
          x: left - 26,
          y: y + 46,
          align: "end",
        }),
        format.own ? area("accent", shape) : ruled("ink", TONES.middle, shape),
        words(role, String(of(format)), {
          face: sansBold,
          size: 44,
          x: left + of(format) * scale + 18,
          y: y + 48,
        }),
      ];
    }),
  ];
}
