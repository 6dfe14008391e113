import { dotted, ruled, TONES } from "../drawing/hatching.ts";
import { words } from "../drawing/lettering.ts";
import { area } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { rectangle } from "../drawing/shape.ts";
import { CHART, heading, sources } from "./chart-parts.ts";
import type { Image, Typefaces } from "./image.ts";

/** Billions of US dollars: the forecast for 2023, and the year before as it follows from a fall of 54 per cent. */
const SALES = { 2022: 1.9 / (1 - 0.54), 2023: 1.9 } as const;

/** Bars for X's advertising sales in 2022 and 2023. */
export const xAdSales: Image = {
  file: "articles/2023/12/x-ad-sales.svg",
  draw: (faces) => ({
    name: "sales",
    title: "X’s advertising sales, 2022 and 2023",
    width: CHART.width,
    height: 700,
    accent: "social",
    ground: "paper",
    marks: [
      ...heading(
        faces,
        "The forecast: less than half of last year",
        "Advertising sales of X, billions of US dollars",
      ),
      ...bars(faces),
      ...sources(
        faces,
        636,
        "2023: forecast by Insider Intelligence.",
        "2022: calculated from it, 1.9 ÷ (1 − 0.54) = 4.1.",
      ),
    ],
  }),
};

function bars({ sansBold }: Typefaces): Mark[] {
  const [left, high] = [186, 150];
  const [first, second] = [190, 390];
  const scale = 184;
  const [before, now] = [SALES[2022] * scale, SALES[2023] * scale];
  const year = (text: string, y: number): Mark =>
    words("ink", text, { face: sansBold, size: 44, x: left - 26, y: y + 92, align: "end" });
  const figure = (role: "accent" | "ink" | "paper", text: string, x: number, y: number): Mark =>
    words(role, text, { face: sansBold, size: 84, x, y: y + 106, align: "end" });
  return [
    year("2022", first),
    year("2023", second),
    ruled("ink", TONES.middle, rectangle(left, first, before, high)),
    area("accent", rectangle(left, second, now, high)),
    dotted(
      "accent",
      { step: 20, width: 6 },
      rectangle(left + now + 6, second, before - now - 6, high),
    ),
    area("ink", rectangle(left - 6, first - 22, 6, second + high - first + 44)),
    figure("ink", "4.1", left + before + 148, first),
    figure("paper", "1.9", left + now - 26, second),
    words("accent", "54 % less", {
      face: sansBold,
      size: 38,
      x: left + before + 16,
      y: second + 88,
    }),
  ];
}
