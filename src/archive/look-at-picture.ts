import type { Picture } from "../domain/publication.ts";
import { DECODING, decodingBytes } from "./decode-memory.ts";
import {
  isAnimatedAvif,
  isAnimatedPng,
  isCutShort,
  otherFormat,
  stillOfAvif,
} from "./picture-container.ts";
import { sizedSvg } from "./svg-size.ts";
import type { SizedSvg } from "./svg-size.ts";
import { unsafeSvg } from "./unsafe-svg.ts";

/** Most pixels of a picture that are decoded: a square of 10,000. */
const MOST_PIXELS = 100_000_000;

const TYPES: Record<string, string> = {
  jpeg: "jpg",
  png: "png",
  gif: "gif",
  webp: "webp",
  avif: "avif",
  heif: "avif",
};

/** SVG's own scale for sharp: one unit is one pixel. */
const SVG_DENSITY = 72;

/** A picture that can be shown, or why it cannot. */
export type PictureReading =
  | { picture: Picture }
  | { fault: "missing" | "broken" | "format" | "too-large" | "unsafe"; why: string };

/** What is known of a picture without a look into it. */
type Known = Pick<Picture, "file" | "digest" | "bytes">;

/**
 * What a picture file is: a drawing or pixels that browsers show, decoded to its end, or why it is neither. The
 * decoder's own words are no help: of pictures that are decoded at the same time one may get those of another, or none.
 */
export async function lookAtPicture(data: Buffer, known: Known): Promise<PictureReading> {
  const format = otherFormat(data);
  if (format !== undefined)
    return { fault: "format", why: `it is ${format}, and no JPEG, PNG, GIF, WebP, AVIF or SVG` };
  if (isCutShort(data))
    return { fault: "broken", why: "it is cut short; the end of it is missing" };
  const isDrawing = holdsSvg(data);
  try {
    return await (isDrawing ? lookAtDrawing(data, known) : lookAtPixels(data, known));
  } catch {
    const why = isDrawing
      ? "it cannot be drawn"
      : "it is no picture, or damaged from its first bytes on";
    return { fault: "broken", why };
  }
}

function holdsSvg(data: Buffer): boolean {
  const isMarkup = /^(?:\xef\xbb\xbf)?\s*</.test(data.toString("latin1", 0, 256));
  return isMarkup && /<(?:[\w.-]{1,100}:)?svg[\s/>]/.test(data.toString("latin1"));
}

async function lookAtDrawing(data: Buffer, known: Known): Promise<PictureReading> {
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
  // Drawn in any case: what cannot be drawn has to be told.
  const isOpen = (await letsThrough(sized)) && !followsTheme(data);
  return {
    picture: { ...known, width, height, type: "svg", ...(isOpen ? { transparent: true } : {}) },
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

async function lookAtPixels(data: Buffer, known: Known): Promise<PictureReading> {
  const animated = isAnimatedAvif(data);
  // Loaded only when a picture is new: a check that finds none should not wait for it.
  const { default: sharp } = await import("sharp");
  const image = sharp(animated ? stillOfAvif(data) : data, {
    failOn: "truncated",
    limitInputPixels: false,
    animated: false,
  });
  const metadata = await image.metadata();
  // In some other encoding than that of texts, or packed.
  if (metadata.format === "svg") return { fault: "unsafe", why: "it is not written in UTF-8" };
  const type = TYPES[metadata.format];
  if (type === undefined)
    return {
      fault: "format",
      why: `its format (${metadata.format}) is not one that browsers show`,
    };
  const { width, height } = metadata.autoOrient;
  const unfit = unfitSize({ width, height });
  if (unfit !== undefined) return unfit;
  // Both ways of decoding read the whole file, so one that is broken is found here.
  const memory = decodingBytes(metadata, { atRandom: metadata.hasAlpha });
  const decoded = await DECODING.hold(memory, async () => {
    try {
      if (metadata.hasAlpha) return { isOpaque: (await image.stats()).isOpaque };
      await image.resize(16, 16, { fit: "inside" }).raw().toBuffer();
      return { isOpaque: true };
    } catch {
      return undefined;
    }
  });
  if (decoded === undefined) {
    const promised = `${metadata.format.toUpperCase()}, ${width} by ${height} pixels`;
    return { fault: "broken", why: `it is damaged: its first bytes promise ${promised}` };
  }
  return {
    picture: {
      ...known,
      width,
      height,
      type,
      ...(decoded.isOpaque ? {} : { transparent: true }),
      ...(animated || (metadata.pages ?? 1) > 1 || isAnimatedPng(data) ? { animated: true } : {}),
    },
  };
}

/** Why a picture of that size is not taken. */
function unfitSize({
  width,
  height,
}: Pick<Picture, "width" | "height">): PictureReading | undefined {
  if (!(width > 0) || !(height > 0)) {
    return {
      fault: "broken",
      why: `it is ${width} by ${height} pixels, so there is nothing to show`,
    };
  }
  if (width * height <= MOST_PIXELS) return undefined;
  return {
    fault: "too-large",
    why: `it is ${width} by ${height} pixels; at most ${MOST_PIXELS.toLocaleString("en")} pixels are taken`,
  };
}
