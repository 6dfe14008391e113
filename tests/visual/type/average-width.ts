import { create } from "fontkit";
import subsetFont from "subset-font";

/** How often letters stand in running English text, for a thousand: the mix by which widths are compared. */
const TEXT =
  "the quick brown fox jumps over the lazy dog and what it said of prices that rise when readers leave a paper, in a country where most of them are reached by letters. Some had asked for more; others, on Friday, said that nothing was due.";

/**
 * Mean width of a letter of running text, in parts of the type size. A variable font is measured at a weight and, where
 * it has them, at one optical size.
 */
export async function averageWidth(
  font: Buffer,
  axes: Readonly<Record<string, number>> = {},
): Promise<number> {
  const plain = await subsetFont(font, TEXT, { targetFormat: "sfnt", variationAxes: { ...axes } });
  const made = create(plain);
  if (!("layout" in made)) throw new Error("This is a collection of fonts, not one.");
  return made.layout(TEXT).advanceWidth / made.unitsPerEm / TEXT.length;
}

/** Heights of a font above and below the line of letters, and between lines, in parts of the type size. */
export function lineMeasures(font: Buffer): { ascent: number; descent: number; gap: number } {
  const made = create(font);
  if (!("layout" in made)) throw new Error("This is a collection of fonts, not one.");
  const { ascent, descent, lineGap, unitsPerEm } = made;
  return {
    ascent: ascent / unitsPerEm,
    descent: -descent / unitsPerEm,
    gap: lineGap / unitsPerEm,
  };
}
