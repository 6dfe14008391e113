import type { Mark } from "./mark.ts";
import type { Role } from "./palette.ts";
import type { Typeface } from "./typeface.ts";

/** Where and how words stand. */
export interface Setting {
  readonly face: Typeface;
  /** of the em, units */
  readonly size: number;
  /** where the words begin, end or have their middle, by `align` */
  readonly x: number;
  /** of the base line */
  readonly y: number;
  readonly align?: "end" | "middle" | "start";
  /** space added between letters, in thousandths of the size */
  readonly tracking?: number;
}

/** Sets one line of words, as outlines. Throws where the typeface lacks a letter. */
export function words(role: Role, text: string, setting: Setting): Mark {
  const { face, size, x, y, align = "start", tracking = 0 } = setting;
  const width = align === "start" ? 0 : widthOf(text, setting);
  const left = x - (align === "middle" ? width / 2 : width);
  return { kind: "words", role, line: { x: left, y, size, letters: face.set(text, tracking) } };
}

/** How wide words are in this setting, in units. */
export function widthOf(
  text: string,
  { face, size, tracking = 0 }: Pick<Setting, "face" | "size" | "tracking">,
): number {
  return (face.width(text, tracking) * size) / 1000;
}
