import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import type { Sharp } from "sharp";
import type { Difference, Judges, Pixels } from "./image-judges.ts";

/** An encoder with everything set but its quality. */
export interface Encoder {
  name: string;
  /** From bad to good, so that the quality of what the press publishes is between them. */
  qualities: number[];
  encode(image: Sharp, quality: number): Promise<Buffer>;
}

const WEBP = [55, 65, 75, 85];
const AVIF = [40, 50, 60, 70];
const JPEG = [50, 60, 70, 80, 90];

function webp(effort: number): Encoder {
  return {
    name: `WebP, effort ${effort}`,
    qualities: WEBP,
    encode: (image, quality) => image.webp({ quality, effort }).toBuffer(),
  };
}

function avif(effort: number, chromaSubsampling: "4:4:4" | "4:2:0"): Encoder {
  return {
    name: `AVIF, effort ${effort}, ${chromaSubsampling}`,
    qualities: AVIF,
    encode: (image, quality) => image.avif({ quality, effort, chromaSubsampling }).toBuffer(),
  };
}

function jpeg(name: string, mozjpeg: boolean): Encoder {
  return {
    name,
    qualities: JPEG,
    encode: (image, quality) => image.jpeg({ quality, mozjpeg, progressive: true }).toBuffer(),
  };
}

/** Those that are compared, the press's own first. */
export const ENCODERS: readonly Encoder[] = [
  webp(2),
  ...[0, 3, 4, 6].map((effort) => webp(effort)),
  ...[0, 1, 2, 4].map((effort) => avif(effort, "4:4:4")),
  avif(2, "4:2:0"),
  jpeg("JPEG", false),
  jpeg("JPEG by MozJPEG", true),
];

/** The quality of the press's own. */
export const OWN_QUALITY = 75;

/** One picture in one width, encoded once. */
export interface Encoding extends Difference {
  /** Digest of the photograph's file. */
  photograph: string;
  width: number;
  encoder: string;
  quality: number;
  bytes: number;
  /** Milliseconds of one core. */
  ms: number;
}

/** What tells a photograph from a screenshot or a drawing: bits that a pixel's grey holds. */
const LEAST_ENTROPY = 7;

/** The photographs below a folder that are at least so wide in pixels, each once, by digest. */
export async function photographsBelow(
  folder: string,
  least: number,
): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.jpe?g$/i.test(file)) continue;
    const bytes = readFileSync(join(folder, file));
    const image = sharp(bytes, { failOn: "truncated" }).rotate().resize(least, undefined);
    const { autoOrient } = await sharp(bytes).metadata();
    if (autoOrient.width < least) continue;
    const { entropy } = await sharp(await image.greyscale().png().toBuffer()).stats();
    if (entropy >= LEAST_ENTROPY) found.set(hash("sha256", bytes, "hex"), bytes);
  }
  return found;
}

/**
 * Encodes a photograph in one width with every encoder at every quality that is `wanted`, on one core, and gives what
 * came of each. Nothing where the photograph is narrower.
 */
export async function* encodings(
  source: Buffer,
  width: number,
  judges: Judges,
  wanted: (encoder: string, quality: number) => boolean,
): AsyncGenerator<Omit<Encoding, "photograph">> {
  sharp.concurrency(1);
  const { autoOrient } = await sharp(source).metadata();
  if (autoOrient.width < width) return;
  const original = await pixelsOf(sharp(source).rotate().resize(width));
  for (const { name, qualities, encode } of ENCODERS) {
    for (const quality of qualities) {
      if (!wanted(name, quality)) continue;
      const begun = process.cpuUsage();
      const made = await encode(imageOf(original), quality);
      const { user, system } = process.cpuUsage(begun);
      const difference = await judges.compare(original, await pixelsOf(sharp(made)));
      const ms = (user + system) / 1000;
      yield { width, encoder: name, quality, bytes: made.length, ms, ...difference };
    }
  }
}

async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image
    .flatten()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function imageOf({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}
