import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Metadata } from "sharp";
import type { Picture } from "../domain/publication.ts";
import type { ContentFile } from "./content-file.ts";
import type { FileIndex } from "./index-file.ts";
import { unsafeSvg } from "./unsafe-svg.ts";

/** Largest picture file that is read, in bytes. */
const LARGEST_PICTURE_BYTES = 50_000_000;

/** Most pixels of a picture that are decoded: a square of 10,000. */
const MOST_PIXELS = 100_000_000;

const TYPES: Record<string, string> = {
  jpeg: "jpg",
  png: "png",
  gif: "gif",
  webp: "webp",
  avif: "avif",
  heif: "avif",
  svg: "svg",
};

/** A picture that can be shown, or why it cannot. */
export type PictureReading =
  { picture: Picture } | { fault: "missing" | "broken" | "too-large" | "unsafe"; why: string };

/** Is told how the examining of so many pictures gets on; not begun where there is none. */
export type ShowExamining = (count: number) => { advance(): void; done(): void };

/**
 * Examines picture files: true type, size, and whether they decode to their end. What is known from an earlier
 * build by its stamp is not opened; what is known by its bytes, as in a fresh checkout, is not decoded. All cores
 * are used; the result is in the order of the files.
 */
export async function examinePictures(
  content: string,
  files: readonly ContentFile[],
  index: FileIndex<PictureReading>,
  show?: ShowExamining,
): Promise<Map<string, PictureReading>> {
  const readings = new Map<string, PictureReading>();
  const waiting = files.filter((file) => {
    const known = index.recall(file);
    if (known !== undefined) readings.set(file.file, known);
    return known === undefined;
  });
  const stage = waiting.length === 0 ? undefined : show?.(waiting.length);
  let next = 0;
  const work = async (): Promise<void> => {
    for (;;) {
      const file = waiting[next];
      next += 1;
      if (file === undefined) return;
      const reading = await examine(content, file, index.earlier(file));
      readings.set(file.file, reading);
      stage?.advance();
    }
  };
  // More than there are cores: while one is read from the disk, another is decoded.
  await Promise.all(Array.from({ length: availableParallelism() + 2 }, work));
  stage?.done();
  for (const file of waiting) {
    const reading = readings.get(file.file);
    if (reading !== undefined) index.keep(file, reading);
  }
  return readings;
}

async function examine(
  content: string,
  { file, bytes }: ContentFile,
  earlier: PictureReading | undefined,
): Promise<PictureReading> {
  // In imported archives, as good as a picture that was lost.
  if (bytes === 0) return { fault: "missing", why: "its file is empty" };
  if (bytes > LARGEST_PICTURE_BYTES) {
    return {
      fault: "too-large",
      why: `it has ${bytes.toLocaleString("en")} bytes; at most ${LARGEST_PICTURE_BYTES.toLocaleString("en")} are taken`,
    };
  }
  let header: string | undefined;
  try {
    const data = await readFile(join(content, file));
    const digest = hash("sha256", data, "hex");
    if (earlier !== undefined && "picture" in earlier && earlier.picture.digest === digest)
      return earlier;
    // Loaded only when a picture is new: a check that finds none should not wait for it.
    const { default: sharp } = await import("sharp");
    const image = sharp(data, { failOn: "truncated", limitInputPixels: false, animated: false });
    const metadata = await image.metadata();
    const type = TYPES[metadata.format];
    const { width, height } = upright(metadata);
    header = `${metadata.format.toUpperCase()}, ${width} by ${height} pixels`;
    if (type === undefined || !(width > 0) || !(height > 0)) {
      return {
        fault: "broken",
        why: `its format (${metadata.format}) is not one that browsers show`,
      };
    }
    if (width * height > MOST_PIXELS) {
      return {
        fault: "too-large",
        why: `it is ${width} by ${height} pixels; at most ${MOST_PIXELS.toLocaleString("en")} pixels are taken`,
      };
    }
    const danger = type === "svg" ? unsafeSvg(data) : undefined;
    if (danger !== undefined) return { fault: "unsafe", why: danger };
    // Both ways of decoding read the whole file, so one that was cut short is found here.
    const mayBeTransparent = metadata.hasAlpha && type !== "svg";
    const transparent = mayBeTransparent && !(await image.stats()).isOpaque;
    if (!mayBeTransparent) await image.resize(16, 16, { fit: "inside" }).raw().toBuffer();
    return {
      picture: {
        file,
        digest,
        bytes: data.length,
        width,
        height,
        type,
        ...(transparent ? { transparent } : {}),
        ...((metadata.pages ?? 1) > 1 ? { animated: true } : {}),
      },
    };
  } catch (error) {
    return { fault: "broken", why: whyUnreadable(error, header) };
  }
}

/**
 * What is wrong with a file by how far it could be read. The decoder's own words are no help: of pictures that are
 * decoded at the same time one may get those of another, or none.
 */
function whyUnreadable(error: unknown, header: string | undefined): string {
  if (error instanceof Error && "code" in error) return `it cannot be read (${error.message})`;
  if (header === undefined) return "it is no picture, or damaged from its first bytes on";
  return `it is cut short or damaged: its first bytes promise ${header}`;
}

/** Width and height as shown: EXIF orientations 5 to 8 lie on their side. */
function upright(metadata: Metadata): { width: number; height: number } {
  const { width = 0, height = 0 } = metadata;
  return (metadata.orientation ?? 1) >= 5 ? { width: height, height: width } : { width, height };
}
