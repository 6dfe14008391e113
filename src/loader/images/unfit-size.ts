import type { Image } from "../../domain/publication.ts";
import type { ExaminedImage } from "./examined-image.ts";

/** Most pixels of a picture that are decoded: a square of 10,000. */
export const MOST_PIXELS = 100_000_000;

/** Why a picture of that size is not taken, if it is not. */
export function unfitSize({
  width,
  height,
}: Pick<Image, "width" | "height">): ExaminedImage | undefined {
  if (!(width > 0) || !(height > 0)) {
    return {
      fault: "broken",
      why: `it is ${width} by ${height} pixels, so there is nothing to show`,
    };
  }
  return width * height <= MOST_PIXELS ? undefined : tooLarge("it", { width, height });
}

/** That a picture, or one within it, has too many pixels. */
export function tooLarge(
  what: string,
  { width, height }: Pick<Image, "width" | "height">,
): ExaminedImage {
  return {
    fault: "too-large",
    why: `${what} is ${width} by ${height} pixels; at most ${MOST_PIXELS.toLocaleString("en")} pixels are allowed`,
  };
}
