import { hash } from "node:crypto";
import { countElements, DECODING, drawingBytes } from "./decode-memory.ts";
import { embeddedHeaders } from "./embedded-images.ts";
import type { ExaminedImage } from "./examined-image.ts";
import { sizedSvg, SVG_DENSITY } from "./svg-size.ts";
import type { SizedSvg } from "./svg-size.ts";
import { MOST_PIXELS, tooLarge, unfitSize } from "./unfit-size.ts";
import { unsafeSvg } from "./unsafe-svg.ts";

/** Most elements of a drawing: each takes three kilobytes while it is drawn. */
const MOST_ELEMENTS = 300_000;

/** What a drawing is, tried whether it can be drawn, or why it cannot be shown. */
export async function lookAtDrawing(data: Buffer, file: string): Promise<ExaminedImage> {
  const danger = unsafeSvg(data);
  if (danger !== undefined) return { fault: "unsafe", why: danger };
  const sized = sizedSvg(data);
  if (sized === undefined) {
    return {
      fault: "broken",
      why: 'its first element is not <svg xmlns="http://www.w3.org/2000/svg">, so browsers do not draw it',
    };
  }
  const { width, height } = sized;
  const unfit = unfitSize({ width, height });
  if (unfit !== undefined) return unfit;
  const elements = countElements(data);
  if (elements > MOST_ELEMENTS) {
    return {
      fault: "too-large",
      why: `it has ${elements.toLocaleString("en")} elements; at most ${MOST_ELEMENTS.toLocaleString("en")} are drawn`,
    };
  }
  let isOpen: boolean;
  try {
    const embedded = await embeddedHeaders(data);
    const [large] = embedded.flatMap(({ width = 0, height = 0 }) =>
      width * height > MOST_PIXELS ? { width, height } : [],
    );
    if (large !== undefined) return tooLarge("an image in it", large);
    // Drawn in any case: what cannot be drawn has to be told.
    const memory = drawingBytes(data, embedded);
    isOpen = (await DECODING.hold(memory, () => letsThrough(sized))) && !followsTheme(data);
  } catch {
    return { fault: "broken", why: "it cannot be drawn" };
  }
  const known = { file, digest: hash("sha256", data, "hex"), bytes: data.length };
  return {
    image: { ...known, width, height, type: "svg", ...(isOpen ? { transparent: true } : {}) },
  };
}

/** Whether a drawing has colours of its own for dark pages, which it must be left to. */
function followsTheme(data: Buffer): boolean {
  return /prefers-color-scheme|light-dark\(/.test(data.toString("latin1"));
}

/** Most pixels on a side at which a drawing is tried. */
const TRIED_AT = 1000;

/** Whether something lies open behind a drawing; its edge does not count, where pixels are covered in part. */
async function letsThrough({ bytes, width, height }: SizedSvg): Promise<boolean> {
  const { default: sharp } = await import("sharp");
  const scale = Math.min(1, TRIED_AT / Math.max(width, height));
  const side = (length: number): number => Math.max(3, Math.round(length * scale));
  const alpha = await sharp(bytes, { density: Math.max(1, SVG_DENSITY * scale) })
    .resize(side(width), side(height), { fit: "fill" })
    .ensureAlpha()
    .extractChannel("alpha")
    .extract({ left: 1, top: 1, width: side(width) - 2, height: side(height) - 2 })
    .raw()
    .toBuffer();
  return alpha.some((value) => value < 255);
}
