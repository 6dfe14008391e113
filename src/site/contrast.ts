import { createRequire } from "node:module";
import type * as culori from "culori";

// What is required is one file, what is imported 150.
const { clampChroma, converter, formatHex, interpolate, wcagContrast } = createRequire(
  import.meta.url,
)("culori") as typeof culori;

const toOklch = converter("oklch");

/** Contrast that running text needs (WCAG 2.2, criterion 1.4.6), and large or short text (criterion 1.4.3). */
export const TEXT_CONTRAST = 7;
export const ACCENT_CONTRAST = 4.5;

/** Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  return wcagContrast(one, other);
}

/**
 * The colour itself where it stands out from the ground by at least this contrast, else the nearest in lightness
 * that does, in the same hue: darker on a light ground, lighter on a dark one. Colours as `#rrggbb`.
 */
export function standOut(colour: string, ground: string, atLeast: number): string {
  if (contrast(colour, ground) >= atLeast) return colour;
  const { l = 0, c = 0, h = 0 } = toOklch(colour) ?? {};
  const end = contrast("#000000", ground) > contrast("#ffffff", ground) ? 0 : 1;
  const at = (part: number): string =>
    formatHex(clampChroma({ mode: "oklch", l: l * (1 - part) + end * part, c, h }, "oklch"));
  let [near, far] = [0, 1];
  for (let step = 0; step < 20; step += 1) {
    const middle = (near + far) / 2;
    if (contrast(at(middle), ground) >= atLeast) far = middle;
    else near = middle;
  }
  return at(far);
}

/** A mixture of two colours in even steps of perceived lightness: all of one at 0, all of the other at 1. */
export function mixed(one: string, other: string, part: number): string {
  return formatHex(interpolate([one, other], "oklab")(part));
}
