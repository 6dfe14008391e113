import type { ExaminedImage } from "./examined-image.ts";
import type { Image } from "../../domain/publication.ts";
import { DECODING, decodingBytes } from "./decode-memory.ts";
import {
  isAnimatedAvif,
  isAnimatedPng,
  isCutShort,
  otherFormat,
  stillOfAvif,
} from "./image-container.ts";
import { unfitSize } from "./unfit-size.ts";

const TYPES: Record<string, string> = {
  jpeg: "jpg",
  png: "png",
  gif: "gif",
  webp: "webp",
  avif: "avif",
  heif: "avif",
};

/** What is known of a picture without a look into it. */
type Known = Pick<Image, "file" | "digest" | "bytes">;

/** Whether a picture file is a drawing, which `lookAtDrawing` looks at. */
export function isDrawing(data: Buffer): boolean {
  return holdsSvg(data) && otherFormat(data) === undefined && !isCutShort(data);
}

function holdsSvg(data: Buffer): boolean {
  const isMarkup = /^(?:\xef\xbb\xbf)?\s*</.test(data.toString("latin1", 0, 256));
  return isMarkup && /<(?:[\w.-]{1,100}:)?svg[\s/>]/.test(data.toString("latin1"));
}

/**
 * What a picture file is that is no drawing: pixels that browsers show, decoded to their end, or why it is not. The
 * decoder's own words are no help: of pictures that are decoded at the same time one may get those of another, or none.
 */
export async function lookAtImage(data: Buffer, known: Known): Promise<ExaminedImage> {
  const format = otherFormat(data);
  if (format !== undefined)
    return { fault: "format", why: `it is ${format}, not a JPEG, PNG, GIF, WebP, AVIF or SVG` };
  if (isCutShort(data)) return { fault: "broken", why: "it is truncated; its end is missing" };
  try {
    return await lookAtPixels(data, known);
  } catch {
    return { fault: "broken", why: "it is not an image, or damaged from its first bytes on" };
  }
}

async function lookAtPixels(data: Buffer, known: Known): Promise<ExaminedImage> {
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
    return { fault: "broken", why: `it is damaged: its header says ${promised}` };
  }
  return {
    image: {
      ...known,
      width,
      height,
      type,
      ...(decoded.isOpaque ? {} : { transparent: true }),
      ...(animated || (metadata.pages ?? 1) > 1 || isAnimatedPng(data) ? { animated: true } : {}),
    },
  };
}
