import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** What is left free between two pictures, in pixels, and its grey. */
const GAP = 16;
const GREY = 0x99;

/** Puts pictures beside or below each other, top and left edges aligned. PNGs in, a PNG out. */
export function stackImages(images: readonly Buffer[], direction: "across" | "down"): Buffer {
  const read = images.map((image) => PNG.sync.read(image));
  const isAcross = direction === "across";
  const [along, side] = isAcross ? (["width", "height"] as const) : (["height", "width"] as const);
  const sheet = blank({
    [along]: read.reduce((sum, image) => sum + image[along] + GAP, -GAP),
    [side]: Math.max(...read.map((image) => image[side])),
  } as Record<"width" | "height", number>);
  let at = 0;
  for (const image of read) {
    PNG.bitblt(image, sheet, 0, 0, image.width, image.height, isAcross ? at : 0, isAcross ? 0 : at);
    at += image[along] + GAP;
  }
  return PNG.sync.write(sheet);
}

/** How two pictures differ. */
export interface Difference {
  /** Pixels that are not the same. */
  pixels: number;
  /** Before, after, and the differing pixels marked in red, beside each other. */
  triptych: Buffer;
}

/** Compares two PNGs, of which one may be larger; `undefined` where every pixel is the same. */
export function differenceOf(before: Buffer, after: Buffer): Difference | undefined {
  if (before.equals(after)) return undefined;
  const read = [before, after].map((image) => PNG.sync.read(image));
  const width = Math.max(...read.map((image) => image.width));
  const height = Math.max(...read.map((image) => image.height));
  const [one, other] = read.map((image) => {
    const sheet = blank({ width, height });
    PNG.bitblt(image, sheet, 0, 0, image.width, image.height, 0, 0);
    return sheet;
  });
  if (one === undefined || other === undefined) throw new Error("Two pictures were expected.");
  const marked = new PNG({ width, height });
  const pixels = pixelmatch(one.data, other.data, marked.data, width, height, { threshold: 0.05 });
  if (pixels === 0) return undefined;
  const triptych = stackImages([before, after, PNG.sync.write(marked)], "across");
  return { pixels, triptych };
}

function blank({ width, height }: { width: number; height: number }): PNG {
  const sheet = new PNG({ width, height });
  sheet.data.fill(GREY);
  for (let alpha = 3; alpha < sheet.data.length; alpha += 4) sheet.data[alpha] = 0xff;
  return sheet;
}
