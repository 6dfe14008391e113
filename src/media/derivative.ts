import { hash } from "node:crypto";
import packageFile from "../../package.json" with { type: "json" };
import type { Image } from "../domain/publication.ts";
import { imageName } from "./image-address.ts";

/** A raster format that the press writes, by its file ending. */
export type DerivativeFormat = "webp" | "jpg" | "png" | "ico";

/**
 * How a picture becomes one of another size: `scale` keeps its sides' ratio, `crop` cuts away what stands over
 * (around the middle, or more at the foot than at the top), `pad` sets the whole picture on white.
 */
export type Framing = "scale" | "crop-middle" | "crop-upper" | "pad";

/** In pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A file that is made from a picture. Plain data: address and size are known before anything is decoded. */
export interface Derivative extends Size {
  /** Below the base, `/media/name.digest-800.webp`. */
  path: string;
  image: Image;
  format: DerivativeFormat;
  framing: Framing;
  /** Most bytes that it may have, where there is a limit: the quality gives way. */
  mostBytes?: number;
}

/**
 * What besides the picture and the order decides the bytes. The number rises with every change of
 * `make-derivative.ts` that changes a file, so that caches which keep an address for ever never hold two files of it.
 */
export const RECIPE = `3 sharp ${packageFile.dependencies.sharp}`;

const FORMAT_TYPES = {
  webp: "image/webp",
  jpg: "image/jpeg",
  png: "image/png",
  ico: "image/x-icon",
} as const;

/** Media type of a derivative. */
export function formatType<Format extends DerivativeFormat>(
  format: Format,
): (typeof FORMAT_TYPES)[Format] {
  return FORMAT_TYPES[format];
}

/** A derivative with its address: equal pictures, orders and recipes have equal addresses, all others differ. */
export function derivative(
  image: Image,
  derivative: Pick<Derivative, "width" | "height" | "format" | "framing" | "mostBytes">,
): Derivative {
  const { width, height, format, framing } = derivative;
  const size = framing === "scale" ? String(width) : `${width}x${height}`;
  return { path: `${stemOf(image, derivative)}-${size}.${format}`, image, ...derivative };
}

// A picture has up to nine forms of two or three stems, and an archive has thousands of pictures, in every build.
const knownStems = new WeakMap<Image, Map<string, string>>();

function stemOf(
  image: Image,
  { framing, mostBytes }: Pick<Derivative, "framing" | "mostBytes">,
): string {
  let stems = knownStems.get(image);
  if (stems === undefined) knownStems.set(image, (stems = new Map()));
  const kind = `${framing}\n${mostBytes ?? ""}`;
  let stem = stems.get(kind);
  if (stem === undefined) {
    const parts = [RECIPE, image.digest, image.type, kind].join("\n");
    const digest = hash("sha256", parts, "hex").slice(0, 16);
    stems.set(kind, (stem = `/media/${imageName(image)}.${digest}`));
  }
  return stem;
}
