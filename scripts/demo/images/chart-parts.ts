import { words } from "../drawing/lettering.ts";
import type { Mark } from "../drawing/mark.ts";
import type { Typefaces } from "./image.ts";

/** How wide charts and diagrams are, and how far their contents keep from the sides, units. */
export const CHART = { width: 1200, margin: 40 } as const;

/** What a chart finds, and below it what is shown and in which unit. Ends at 130 units from the top. */
export function heading(faces: Typefaces, headline: string, shown: string): Mark[] {
  return [
    words("ink", headline, {
      face: faces.sansBold,
      size: 60,
      x: CHART.margin,
      y: 66,
      tracking: -12,
    }),
    words("quiet", shown, { face: faces.sans, size: 38, x: CHART.margin, y: 124 }),
  ];
}

/** Where the figures come from, line by line, the first on the base line `y`. */
export function sources(faces: Typefaces, y: number, ...lines: readonly string[]): Mark[] {
  return lines.map((text, row) =>
    words("quiet", text, { face: faces.sans, size: 29, x: CHART.margin, y: y + row * 40 }),
  );
}
