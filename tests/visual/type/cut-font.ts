import subsetFont from "subset-font";
import type { Typeface } from "./typefaces.ts";

/**
 * Cuts a font to some letters, weights and features, and gives it as WOFF2. Bytes of a font in, bytes of a font
 * out; equal input gives equal bytes.
 */
export async function cutFont(
  font: Buffer,
  letters: string,
  { axes, features, renamed }: Pick<Typeface, "axes" | "features" | "renamed">,
): Promise<Buffer> {
  const options = { keepFeatures: [...features], noHinting: true };
  const cut = await subsetFont(font, letters, {
    ...options,
    targetFormat: "sfnt",
    variationAxes: { ...axes },
  });
  if (renamed !== undefined) rename(cut, renamed);
  return subsetFont(cut, letters, { ...options, targetFormat: "woff2" });
}

/** Replaces a name in the texts of a font's name table, in place, which holds them in UTF-16 (OpenType, `name`). */
function rename(font: Buffer, { reserved, by }: { reserved: string; by: string }): void {
  if (reserved.length !== by.length) throw new Error(`${by} is not as long as ${reserved}.`);
  for (const encode of [utf16, (text: string) => Buffer.from(text, "latin1")]) {
    const sought = encode(reserved);
    for (let at = font.indexOf(sought); at >= 0; at = font.indexOf(sought, at + 1))
      encode(by).copy(font, at);
  }
}

function utf16(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}
