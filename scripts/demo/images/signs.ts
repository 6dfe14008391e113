import { words } from "../drawing/lettering.ts";
import { SHARE_SIZE } from "../../../src/domain/share-size.ts";
import { MARK_SIZE, paperMark } from "./paper-mark.ts";
import type { Image } from "./image.ts";

/** The mark on a square, for the tabs of browsers; it is white on black by day and the other way round at night. */
export const icon: Image = {
  file: "icon.svg",
  draw: () => ({
    name: "icon",
    title: "The Reach Report",
    width: MARK_SIZE,
    height: MARK_SIZE,
    accent: "house-on-ink",
    ground: "ink",
    marks: [paperMark({ x: 0, y: 1, scale: 1, reach: MARK_SIZE }, "paper")],
  }),
};

/** The mark with the name, for feeds and for structured data. */
export const logo: Image = {
  file: "logo.svg",
  draw: ({ serifBold }) => ({
    name: "logo",
    title: "The Reach Report",
    width: 600,
    height: 240,
    accent: "house",
    ground: "paper",
    marks: [
      paperMark({ x: 4, y: 12, scale: 3.6, reach: 166 }, "ink"),
      words("ink", "The Reach", { face: serifBold, size: 70, x: 222, y: 79, tracking: -10 }),
      words("ink", "Report", { face: serifBold, size: 70, x: 222, y: 137, tracking: -10 }),
    ],
  }),
};

/** The card that social networks show for pages without a picture. */
export const shareCard: Image = {
  file: "share.svg",
  draw: ({ serifBold, sans }) => ({
    name: "share",
    title: "The Reach Report",
    ...SHARE_SIZE,
    accent: "house",
    ground: "paper",
    marks: [
      paperMark({ x: 28, y: 90, scale: 7.6, reach: 155 }, "ink"),
      words("ink", "The Reach", { face: serifBold, size: 146, x: 486, y: 234, tracking: -12 }),
      words("ink", "Report", { face: serifBold, size: 146, x: 486, y: 356, tracking: -12 }),
      words("quiet", "Social · Search engines · SEO · Marketing", {
        face: sans,
        size: 38,
        x: 90,
        y: 574,
      }),
    ],
  }),
};
