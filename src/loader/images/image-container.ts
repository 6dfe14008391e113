/**
 * What the bytes of a picture file say of themselves before anything is decoded: formats that are not taken,
 * animations that the decoder takes for stills, and files that end too soon.
 */

const PNG = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** What people take for pictures of a page, by what such files begin with, in Latin-1. */
const OTHERS: readonly [name: string, begins: RegExp][] = [
  ["a TIFF file", /^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/],
  ["a JPEG XL file", /^(?:\xff\x0a|\0\0\0\x0cJXL )/],
  ["a JPEG 2000 file", /^(?:\0\0\0\x0cjP {2}|\xff\x4f\xff\x51)/],
  ["a Windows bitmap", /^BM[^]{4}\0\0\0\0/],
  ["an icon file", /^\0\0[\x01\x02]\0/],
  ["a Photoshop file", /^8BPS/],
  ["a PDF file", /^%PDF-/],
  ["a web page", /^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<head|<body)/i],
];

/** Brands of HEIF files whose pictures are coded in HEVC (ISO/IEC 23008-12, annex B). */
const HEVC = /^he(?:ic|ix|im|is|vc|vx|vm|vs)$/;

/** What a file is, where it is known to be no picture that is taken: "a TIFF file". */
export function otherFormat(bytes: Buffer): string | undefined {
  const brands = brandsOf(bytes);
  if (brands.some((brand) => HEVC.test(brand)) && !brands.some(isAvif))
    return "a HEIC photo, as taken by phones";
  if (brands.length > 0 && !brands.some((brand) => isAvif(brand) || /^m[is]f1$/.test(brand)))
    return "a video or another container";
  const begin = bytes.toString("latin1", 0, 64);
  return OTHERS.find(([, begins]) => begins.test(begin))?.[0];
}

function isAvif(brand: string): boolean {
  return brand === "avif" || brand === "avis";
}

/** The brands of a file of ISO base media (ISO/IEC 14496-12, section 4.3), the major one first; none of any other. */
function brandsOf(bytes: Buffer): string[] {
  if (bytes.toString("latin1", 4, 8) !== "ftyp") return [];
  const end = Math.min(bytes.length, bytes.readUInt32BE(0));
  const brands = [bytes.toString("latin1", 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(bytes.toString("latin1", at, at + 4));
  return brands;
}

/** Whether a file is an animated PNG (PNG, third edition, section 11.3.4.1): `acTL` before the pixels. */
export function isAnimatedPng(bytes: Buffer): boolean {
  for (const { type } of pngChunks(bytes)) {
    if (type === "acTL") return true;
    if (type === "IDAT") return false;
  }
  return false;
}

/** Whether browsers play a file as an AVIF image sequence. */
export function isAnimatedAvif(bytes: Buffer): boolean {
  return brandsOf(bytes)[0] === "avis";
}

/** An AVIF image sequence as a file whose still picture decoders find; the animation is left out of account. */
export function stillOfAvif(bytes: Buffer): Buffer {
  const still = Buffer.from(bytes);
  still.write("avif", 8, "latin1");
  return still;
}

/** Whether the end of a picture file is missing, whatever the decoder makes of what is there. */
export function isCutShort(bytes: Buffer): boolean {
  if (bytes.subarray(0, PNG.length).equals(PNG)) {
    let last = "";
    for (const { type } of pngChunks(bytes)) last = type;
    return last !== "IEND";
  }
  const begin = bytes.toString("latin1", 0, 12);
  if (begin.startsWith("\xff\xd8\xff")) return !hasJpegEnd(bytes);
  if (/^RIFF[^]{4}WEBP/.test(begin)) return bytes.readUInt32LE(4) + 8 > bytes.length;
  if (/^GIF8[79]a/.test(begin)) return isGifCutShort(bytes);
  return begin.startsWith("ftyp", 4) && isMediaCutShort(bytes);
}

/** The chunks of a PNG that are there as a whole (PNG, section 5.3). */
function* pngChunks(bytes: Buffer): Generator<{ type: string }> {
  if (!bytes.subarray(0, PNG.length).equals(PNG)) return;
  for (let at = PNG.length; at + 12 <= bytes.length;) {
    const next = at + 12 + bytes.readUInt32BE(at);
    if (next > bytes.length) return;
    yield { type: bytes.toString("latin1", at + 4, at + 8) };
    at = next;
  }
}

/** Whether an end of image follows the first scan; what stands before it, a preview for instance, has its own. */
function hasJpegEnd(bytes: Buffer): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) break;
    else if (marker === 0xd9) return true;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return bytes.indexOf(Buffer.of(0xff, 0xd9), at) !== -1;
}

/** Whether a block is cut (GIF89a, sections 15 and following). The trailer alone is often missing, and nobody minds. */
function isGifCutShort(bytes: Buffer): boolean {
  const table = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let at = 13 + table(bytes[10] ?? 0);
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x21) at += 2;
    else if (kind === 0x2c) at += 11 + table(bytes[at + 9] ?? 0);
    else return false;
    // Blocks of data, each with its length before it; an empty one is the last.
    for (;;) {
      const length = bytes[at];
      if (length === undefined) return true;
      at += 1 + length;
      if (length === 0) break;
    }
  }
  return at > bytes.length;
}

/** Whether a box reaches beyond the end (ISO/IEC 14496-12, section 4.2). */
function isMediaCutShort(bytes: Buffer): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    // To the end of the file.
    if (size === 0) return false;
    if (size !== 1) at += Math.max(8, size);
    else if (at + 16 > bytes.length) return true;
    else at += Math.max(16, Number(bytes.readBigUInt64BE(at + 8)));
  }
  return at !== bytes.length;
}
