import { readFileSync } from "node:fs";
import { create } from "fontkit";
import type { Font, Path } from "fontkit";

/** The press's own sans, part by part, the commonest signs first. */
const PARTS = ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext"];

/** Words as outlines. */
export interface Outlines {
  /** Path data, set from the left at nought on the base line. */
  d: string;
  width: number;
}

let faces: Font[] | undefined;

/**
 * Sets words as outlines, so that a picture looks the same on every machine. `undefined` where the press's type lacks
 * a sign, as it does for whole scripts: half a word would be worse than none.
 */
export function outlinesOf(text: string, size: number): Outlines | undefined {
  faces ??= PARTS.map(openPart);
  let d = "";
  let width = 0;
  for (const { face, signs } of runsOf(text, faces) ?? []) {
    const scale = size / face.unitsPerEm;
    const { glyphs, positions } = face.layout(signs);
    glyphs.forEach((glyph, at) => {
      const position = positions[at];
      d += pathData(glyph.path, scale, width + (position?.xOffset ?? 0) * scale);
      width += (position?.xAdvance ?? glyph.advanceWidth) * scale;
    });
  }
  return width === 0 ? undefined : { d, width };
}

function openPart(part: string): Font {
  const bytes = readFileSync(new URL(`../styles/type/sans-${part}.woff2`, import.meta.url));
  const font = create(bytes);
  if ("layout" in font) return font;
  throw new Error(`The type sans-${part}.woff2 is a collection of fonts, not a font.`);
}

/** A text in runs of one face each; `undefined` where no face has one of its signs. */
function runsOf(text: string, faces: readonly Font[]): { face: Font; signs: string }[] | undefined {
  const runs: { face: Font; signs: string }[] = [];
  // Marks of direction have no form, and blanks of every kind are blanks.
  const visible = text.replace(/[\u061c\u200e\u200f]/g, "").replace(/[\u00a0\u202f]/g, " ");
  for (const sign of visible) {
    const code = sign.codePointAt(0) ?? 0;
    const face = faces.find((one) => one.hasGlyphForCodePoint(code));
    if (face === undefined) return undefined;
    const last = runs.at(-1);
    if (last?.face === face) last.signs += sign;
    else runs.push({ face, signs: sign });
  }
  return runs;
}

const LETTERS = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
} as const;

/** Path data of a letter, turned upside down, since fonts count upwards. */
function pathData({ commands }: Path, scale: number, left: number): string {
  return commands
    .map(({ command, args }) => {
      const places = args.map((value, at) =>
        at % 2 === 0 ? left + value * scale : -value * scale,
      );
      return LETTERS[command] + places.map((value) => value.toFixed(2)).join(" ");
    })
    .join("");
}
