import { words } from "../drawing/lettering.ts";
import { area, outline, placed } from "../drawing/mark.ts";
import type { Mark } from "../drawing/mark.ts";
import { line, polygon, rectangle } from "../drawing/shape.ts";
import type { Role } from "../drawing/palette.ts";
import { CHART } from "./chart-parts.ts";
import type { Image, Typefaces } from "./image.ts";

/** A sitemap index above its three files, of which one has changed. */
export const sitemapTree: Image = {
  file: "articles/2023/11/sitemap-tree.svg",
  draw: (faces) => ({
    name: "sitemap",
    title: "A sitemap index and its files",
    width: CHART.width,
    height: 800,
    accent: "seo",
    ground: "paper",
    marks: [
      outline("rule", 5, line([600, 220], [600, 330])),
      outline("rule", 5, line([206, 330], [206, 270], [600, 270])),
      outline("accent", 10, line([600, 215], [600, 270], [994, 270], [994, 325])),
      ...index(faces),
      ...file(faces, 46, "2023-10.xml", "unchanged"),
      ...file(faces, 440, "2023-11.xml", "unchanged"),
      ...file(faces, 834, "2023-12.xml", "one new line", true),
      words("ink", "The index gives each file’s date;", {
        face: faces.sansBold,
        size: 40,
        x: 40,
        y: 722,
      }),
      words("ink", "only the newer file is fetched.", {
        face: faces.sansBold,
        size: 40,
        x: 40,
        y: 774,
      }),
    ],
  }),
};

const FOLD = 48;

function sheetOfPaper(role: Role, width: number, high: number, thick: number): Mark[] {
  return [
    area("paper", polygon([0, 0], [width - FOLD, 0], [width, FOLD], [width, high], [0, high])),
    outline(
      role,
      thick,
      polygon([0, 0], [width - FOLD, 0], [width, FOLD], [width, high], [0, high]),
    ),
    area(role, polygon([width - FOLD, 0], [width, FOLD], [width - FOLD, FOLD])),
  ];
}

function index({ sansBold, sans }: Typefaces): Mark[] {
  return [
    placed(
      { x: 390, y: 30 },
      ...sheetOfPaper("ink", 420, 190, 6),
      words("ink", "sitemap.xml", { face: sansBold, size: 50, x: 210, y: 98, align: "middle" }),
      words("quiet", "the index", { face: sans, size: 38, x: 210, y: 150, align: "middle" }),
    ),
  ];
}

function file(
  { sansBold, sans }: Typefaces,
  x: number,
  name: string,
  state: string,
  changed = false,
): Mark[] {
  const role = changed ? "accent" : "quiet";
  const entries = [0, 1, 2, 3].map((row) =>
    changed && row === 0
      ? area("accent", rectangle(34, 128 + row * 34, 252, 20))
      : area("rule", rectangle(34, 132 + row * 34, row === 3 ? 150 : 252, 12)),
  );
  return [
    placed(
      { x, y: 325 },
      ...sheetOfPaper(role, 320, 266, changed ? 8 : 4),
      words(changed ? "accent" : "ink", name, { face: sansBold, size: 42, x: 32, y: 96 }),
      ...entries,
      words(changed ? "accent" : "quiet", state, {
        face: sans,
        size: 38,
        x: 160,
        y: 318,
        align: "middle",
      }),
    ),
  ];
}
