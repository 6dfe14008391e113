import { area, placed } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { Pen, rectangle } from "../drawing/shape.ts";

/** The square in which the mark is drawn, units a side. */
export const MARK_SIZE = 64;

/** Where in that square the thick rule runs, and the thin one. */
const RULES = { thick: { y: 41, high: 6 }, thin: { y: 52, high: 3 } } as const;

/**
 * The mark of the paper: an R whose leg reaches out and becomes the thick line of a double rule.
 * `reach` is where both lines end, in units of the mark; `letter` and `rule` are their colours.
 */
export function paperMark(
  position: { x: number; y: number; scale: number; reach: number },
  letter: "ink" | "paper",
): Mark {
  const { x, y, scale, reach } = position;
  const { thick, thin } = RULES;
  const letterR = new Pen()
    .move(8, 7)
    .line([34, 7])
    .arc(34, 21, 14, -90, 90)
    .line([24, 35], [24, 44], [29, 44], [29, 47], [8, 47], [8, 44], [13, 44], [13, 10], [8, 10])
    .close()
    .move(24, 10.5)
    .line([24, 31.5], [31, 31.5])
    .curve([36, 31.5], [40, 26.8], [40, 21])
    .curve([40, 15.2], [36, 10.5], [31, 10.5])
    .close()
    .shape();
  const leg = new Pen()
    .move(27, 33)
    .line([39, 33])
    .curve([42.5, 38.5], [48, thick.y], [60, thick.y])
    .line([reach, thick.y], [reach, thick.y + thick.high], [50, thick.y + thick.high])
    .curve([38, 47], [33, 43], [27, 33])
    .close()
    .shape();
  return placed(
    { x, y, scale },
    area(letter, letterR),
    area(letter, leg),
    area("accent", rectangle(8, thin.y, reach - 8, thin.high)),
  );
}
