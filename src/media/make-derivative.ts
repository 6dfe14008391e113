import sharp from "sharp";
import type { Sharp } from "sharp";
import { decodingBytes, drawingBytes } from "../loader/images/decode-memory.ts";
import { embeddedHeaders } from "../loader/images/embedded-images.ts";
import { stillOfAvif } from "../loader/images/image-container.ts";
import { sizedSvg, SVG_DENSITY } from "../loader/images/svg-size.ts";
import type { Image } from "../domain/publication.ts";
import type { Derivative, Size } from "./derivative.ts";
import { iconFile } from "./icon-file.ts";
import { isFlat, widestForm } from "./page-images.ts";

/**
 * Tried one after another where a file may not be larger than so many bytes. The last is what nothing but noise
 * needs: it keeps a share card of it below the limit.
 */
const JPEG_QUALITIES = [80, 70, 60, 50, 40, 30, 20, 10];

const WHITE = "#fff";

// One thread a picture, and several pictures side by side: some encoders split their work among threads, and
// with it the bytes. What libvips would keep from one picture to the next is of no use to another.
sharp.concurrency(1);
sharp.cache(false);

/** The programs that make the files, with their versions. */
export const TOOLS = JSON.stringify(sharp.versions);

/** Makes the file that is ordered. Rejects with what sharp says where the source cannot be decoded to its end. */
export type Maker = (derivative: Derivative) => Promise<Buffer>;

/**
 * Makes files of one picture from its bytes: upright, in sRGB, without any of the original's metadata; of
 * an animation the first frame. Which files are asked for, and in what order, does not change their bytes; nor does
 * the number of cores.
 */
export function makerOf(bytes: Buffer, image: Image): Maker {
  const source = decodable(bytes, image);
  let decoded: Promise<Sharp> | undefined;
  return async (derivative) => {
    const framed = isWithinWidest(derivative)
      ? frame(
          (await (decoded ??= decodedOnce(source, image))).clone(),
          widestForm(image),
          derivative,
        )
      : frame(open(source, image, derivative), image, derivative);
    switch (derivative.format) {
      case "webp":
        return webp(framed, isFlat(image));
      case "png":
        // A palette is a third of the bytes, and what becomes a PNG has few colours.
        return framed.png({ palette: true, quality: 90, effort: 7 }).toBuffer();
      case "ico":
        return iconFile(await framed.png({ compressionLevel: 9 }).toBuffer(), derivative);
      case "jpg":
        return jpeg(framed.flatten({ background: WHITE }), derivative.mostBytes);
    }
  };
}

/** About how much memory it takes to make files of a picture, in bytes. */
export async function memoryToMake(bytes: Buffer, image: Image): Promise<number> {
  const { width, height } = widestForm(image);
  const made = width * height * 4;
  if (image.type === "svg") return drawingBytes(bytes, await embeddedHeaders(bytes)) + made;
  return decodingBytes(await open(decodable(bytes, image), image).metadata()) + made;
}

/** A picture's bytes as the decoder takes them for what browsers show. */
function decodable(bytes: Buffer, { type, animated }: Image): Buffer {
  if (type === "svg") return sizedSvg(bytes)?.bytes ?? bytes;
  return type === "avif" && animated === true ? stillOfAvif(bytes) : bytes;
}

/** The widest form in pixels, which all others of that ratio are scaled from: decoding takes longer than scaling. */
async function decodedOnce(source: Buffer, image: Image): Promise<Sharp> {
  const { width, height } = widestForm(image);
  const { data, info } = await open(source, image)
    .resize(width, height, { fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width, height, channels: info.channels } });
}

/** Whether the widest form has the pixels that an order needs; a drawing in lines has no pixels yet. */
function isWithinWidest({ image, width, height, framing }: Derivative): boolean {
  if (image.type === "svg") return false;
  if (framing === "scale") return true;
  const widest = widestForm(image);
  return width <= widest.width && height <= widest.height;
}

function open(source: Buffer, image: Image, derivative?: Derivative): Sharp {
  return sharp(source, {
    failOn: "truncated",
    limitInputPixels: false,
    animated: false,
    // Drawn at the size that is wanted: a small drawing blown up would be blurred.
    ...(image.type === "svg" && derivative !== undefined
      ? { density: densityFor(derivative) }
      : {}),
  }).rotate();
}

function densityFor({ image, width, height, framing }: Derivative): number {
  const scales = [width / image.width, height / image.height];
  const scale = framing === "pad" ? Math.min(...scales) : Math.max(...scales);
  return Math.min(100_000, Math.max(1, SVG_DENSITY * scale));
}

/** `from` is the size of the image. */
function frame(image: Sharp, from: Size, { width, height, framing }: Derivative): Sharp {
  switch (framing) {
    case "scale":
      return image.resize(width, height, { fit: "fill" });
    case "crop-middle":
      return image.resize(width, height, { fit: "cover" });
    case "crop-upper":
      return image.extract(upperPart(from, width / height)).resize(width, height, { fit: "fill" });
    case "pad":
      return image
        .flatten({ background: WHITE })
        .resize(width, height, { fit: "contain", background: WHITE });
  }
}

/** The largest part of that ratio: of the width the middle, of the height what people look at, nearer to the top. */
function upperPart(from: Size, ratio: number): Size & { left: number; top: number } {
  const width = Math.min(from.width, Math.max(1, Math.round(from.height * ratio)));
  const height = Math.min(from.height, Math.max(1, Math.round(from.width / ratio)));
  return {
    width,
    height,
    left: Math.floor((from.width - width) / 2),
    top: Math.floor((from.height - height) / 3),
  };
}

/** Of flat drawings the smaller of two: without loss they are often smaller, and always sharper. */
async function webp(image: Sharp, flat: boolean): Promise<Buffer> {
  const lossy = await image.clone().webp({ quality: 75, effort: 2 }).toBuffer();
  if (!flat) return lossy;
  const lossless = await image.clone().webp({ lossless: true, effort: 2 }).toBuffer();
  return lossless.length <= lossy.length ? lossless : lossy;
}

async function jpeg(image: Sharp, mostBytes = Infinity): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  for (const quality of JPEG_QUALITIES) {
    bytes = await image.clone().jpeg({ quality, progressive: true }).toBuffer();
    if (bytes.length <= mostBytes) break;
  }
  return bytes;
}
